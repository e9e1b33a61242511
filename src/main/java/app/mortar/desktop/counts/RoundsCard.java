package app.mortar.desktop.counts;

import app.mortar.count.Rounds;
import app.mortar.count.Scope;
import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Press;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The rounds, the newest first, and the ways to begin one for whoever may. */
final class RoundsCard {
    private final CountsViewModel model;
    private final Session session;
    private final Node node;

    RoundsCard(CountsViewModel model, Session session) {
        this.model = model;
        this.session = session;
        ListView<Rounds.Overview> list = new ListView<>(model.known());
        list.setId("counts-rounds");
        list.setAccessibleText(Texts.of("counts.rounds"));
        list.setPlaceholder(new Label(Texts.of("counts.no-rounds")));
        list.setCellFactory(self -> new RoundCell());
        list.getSelectionModel().selectedItemProperty().addListener((property, old, now) -> {
            if (now != null) {
                model.round().set(now);
            }
        });
        model.round().addListener((property, old, now) -> {
            if (now != null) {
                model.known().stream()
                        .filter(one -> one.round().id() == now.round().id())
                        .findFirst()
                        .ifPresent(one -> list.getSelectionModel().select(one));
            }
        });
        VBox inside = new VBox(10, list);
        VBox.setVgrow(list, Priority.ALWAYS);
        if (model.decides()) {
            inside.getChildren().add(begin());
        }
        node = Card.of(Texts.of("counts.rounds"), inside).grow();
    }

    private Node begin() {
        TextField where = new TextField();
        where.setId("counts-where");
        where.setPromptText(Texts.of("counts.where"));
        where.setAccessibleText(Texts.of("counts.where"));
        Press shelf = Press.secondary("counts-begin-shelf", Texts.of("counts.shelf"), null, () -> {
            String word = where.getText().strip();
            model.begin(Texts.of("counts.title-shelf", word), new Scope.OfShelf(word));
        });
        Press category = Press.secondary("counts-begin-category", Texts.of("counts.category"), null, () -> {
            String word = where.getText().strip();
            model.begin(word, new Scope.OfCategory(word));
        });
        shelf.disableProperty().bind(where.textProperty().map(String::isBlank));
        category.disableProperty().bind(where.textProperty().map(String::isBlank));
        Press ten = Press.secondary(
                        "counts-begin-ten",
                        Texts.of("counts.todays-ten"),
                        "stars",
                        () -> model.begin(
                                Texts.of(
                                        "counts.title-ten",
                                        session.formats().date(session.time().today())),
                                Scope.TODAYS_TEN))
                .wide();
        return new VBox(8, ten, where, new HBox(8, shelf, category));
    }

    private final class RoundCell extends ListCell<Rounds.Overview> {
        @Override
        protected void updateItem(Rounds.@Nullable Overview item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            Label title = new Label(item.round().title());
            title.getStyleClass().add("strong");
            String state = item.round().isOpen()
                    ? Texts.of("counts.open", item.counted())
                    : Texts.of(
                            "counts.ended",
                            session.formats()
                                    .percent(CountsView.rate(item.accuracy().ofUnits())));
            Label second = new Label(session.formats().dayTime(item.round().startedAt()) + "  ·  " + state);
            second.getStyleClass().add("caption");
            VBox lines = new VBox(2, title, second);
            lines.getStyleClass().add("round-lines");
            setGraphic(lines);
        }
    }

    Node node() {
        return node;
    }
}
