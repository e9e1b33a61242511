package app.mortar.desktop.shell;

import app.mortar.desktop.Texts;
import app.mortar.desktop.widget.Icon;
import app.mortar.desktop.widget.Press;
import java.time.Instant;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Across the window while the database is away: since when, what still works, when it is tried again. */
final class Banner extends HBox {
    private final House house;
    private final Label title = new Label();
    private final Label second = new Label();
    private final InvalidationListener listener = changed -> show();

    Banner(House house) {
        this.house = house;
        setId("banner");
        getStyleClass().add("banner");
        title.getStyleClass().add("strong");
        second.getStyleClass().add("caption");
        VBox words = new VBox(title, second);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren()
                .addAll(
                        Icon.of("hdd-network", 16, "warning"),
                        words,
                        Press.secondary("try-now", Texts.of("banner.try-now"), "arrow-clockwise", house.pulse()::ask));
        house.pulse().online().addListener(listener);
        house.pulse().nextTry().addListener(listener);
        show();
    }

    void close() {
        house.pulse().online().removeListener(listener);
        house.pulse().nextTry().removeListener(listener);
    }

    private void show() {
        boolean away = !house.pulse().online().get();
        setVisible(away);
        setManaged(away);
        Instant since = house.pulse().lostAt();
        if (away && since != null) {
            title.setText(Texts.of("banner.away", house.formats().time(since)));
            second.setText(Texts.of("banner.kept", house.pulse().nextTry().get()));
        }
    }
}
