package app.mortar.desktop.settings;

import app.mortar.access.OwnAccount;
import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Press;
import app.mortar.desktop.widget.Toast;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One's own password and PIN. */
final class AccountPane implements Pane {
    private static final double WIDTH = 800;

    private final AccountModel model;
    private final VBox node;

    AccountPane(Session session, OwnAccount desk) {
        model = new AccountModel(
                desk,
                session.actor(),
                session.work(),
                failure -> session.trouble(failure).sentence(),
                () -> session.front().toast(Toast.done(Texts.of("settings.account.kept"), "")));
        Press change =
                Press.primary("account-change", Texts.of("settings.account.change"), "F9", model::changePassword);
        change.disableProperty().bind(model.running());
        Press pin = Press.secondary("account-pin-set", Texts.of("settings.account.set-pin"), "key", model::setPin);
        pin.disableProperty().bind(model.running());
        Card today = Card.of(
                session.actor().name(),
                new VBox(
                        12,
                        Fields.hint(Texts.of("settings.account.about")),
                        Fields.named(
                                Texts.of("settings.account.current"),
                                Fields.secret("account-current", model.current())),
                        Fields.refusal("account-no", model.no())));
        Card password = Card.of(
                Texts.of("settings.account.password"),
                new VBox(
                        12,
                        Fields.named(Texts.of("settings.account.fresh"), Fields.secret("account-fresh", model.fresh())),
                        Fields.named(Texts.of("settings.account.again"), Fields.secret("account-again", model.again())),
                        Fields.hint(Texts.of("settings.account.rule")),
                        Fields.acts(change)));
        Card digits = Card.of(
                Texts.of("settings.account.pin"),
                new VBox(
                        12,
                        Fields.named(Texts.of("settings.account.new-pin"), Fields.secret("account-pin", model.pin())),
                        Fields.hint(Texts.of("settings.account.pin-rule")),
                        Fields.acts(pin)));
        HBox.setHgrow(password, Priority.ALWAYS);
        HBox.setHgrow(digits, Priority.ALWAYS);
        password.setPrefWidth(392);
        digits.setPrefWidth(392);
        node = new VBox(16, today, new HBox(16, password, digits));
        node.setMaxWidth(WIDTH);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void post() {
        if (!model.running().get()) {
            model.changePassword();
        }
    }
}
