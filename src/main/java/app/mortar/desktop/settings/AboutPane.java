package app.mortar.desktop.settings;

import app.mortar.desktop.Office;
import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Machine;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.FileOpener;
import app.mortar.desktop.widget.Press;
import app.mortar.desktop.widget.Toast;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Which program this is, where it keeps what, and what whoever helps wants to know. */
final class AboutPane implements Pane {
    private static final double WIDTH = 680;

    private final Session session;
    private final Diagnostics diagnostics;
    private final Facts facts = new Facts();
    private final Card node;

    AboutPane(Session session, Office office, Machine machine) {
        this.session = session;
        this.diagnostics = new Diagnostics(session, office, machine.version());
        Press copy = Press.secondary("about-copy", Texts.of("settings.about.copy"), "clipboard", this::copy);
        Press open = Press.secondary("about-log", Texts.of("settings.about.open-log"), "folder2-open", this::open);
        node = Card.of(
                Texts.of("settings.section.about"),
                new VBox(16, facts, Fields.hint(Texts.of("settings.about.no-secrets")), new HBox(8, copy, open)));
        node.setMaxWidth(WIDTH);
        node.setMaxHeight(Region.USE_PREF_SIZE);
    }

    private void copy() {
        session.work()
                .run(
                        diagnostics::text,
                        text -> {
                            ClipboardContent content = new ClipboardContent();
                            content.putString(text);
                            Clipboard.getSystemClipboard().setContent(content);
                            session.front()
                                    .toast(Toast.done(
                                            Texts.of("settings.about.copied"),
                                            Texts.of("settings.about.copied-second")));
                        },
                        this::failed);
    }

    private void open() {
        session.work()
                .run(
                        () -> {
                            FileOpener.open(diagnostics.log());
                            return diagnostics.log();
                        },
                        folder -> {},
                        failure -> session.front()
                                .toast(Toast.warning(
                                        Texts.of("settings.about.no-opener"),
                                        diagnostics.log().toString())));
    }

    private void failed(Throwable failure) {
        session.front()
                .toast(Toast.warning(
                        Texts.of("settings.about.not-copied"),
                        session.trouble(failure).sentence()));
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void shown() {
        facts.clear();
        diagnostics
                .here()
                .forEach(line -> facts.add(
                        "about-" + line.name().toLowerCase(Locale.ROOT).replace(' ', '-'), line.name(), line.value()));
    }
}
