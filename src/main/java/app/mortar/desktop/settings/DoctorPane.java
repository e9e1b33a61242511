package app.mortar.desktop.settings;

import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Machine;
import app.mortar.desktop.shell.RawKey;
import app.mortar.desktop.shell.Scanned;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Note;
import app.mortar.desktop.widget.Press;
import app.mortar.desktop.widget.Toast;
import app.mortar.kernel.Permission;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The scanner doctor: what arrives key by key, what Mortar makes of it, and what to set. */
final class DoctorPane implements Pane {
    private final Machine machine;
    private final DoctorModel model;
    private final Consumer<RawKey> ear;
    private final VBox verdict = new VBox();
    private final FlowPane keys = new FlowPane(4, 4);
    private final Label gaps = Fields.hint("");
    private final Node node;

    DoctorPane(Session session, Machine machine) {
        this.machine = machine;
        model = new DoctorModel(machine.scanner());
        ear = model::heard;
        Label raw = value("doctor-raw", "code");
        raw.textProperty().bind(model.raw());
        Label said = value("doctor-said", "medium");
        said.textProperty().bind(model.said());
        gaps.setId("doctor-gaps");
        keys.setId("doctor-keys");
        keys.setMinHeight(60);
        // whoever stands here can scan without typing into anything
        keys.setFocusTraversable(true);
        keys.setAccessibleText(Texts.of("settings.doctor.keys"));
        keys.getStyleClass().add("raw-keys");
        keys.setOnMouseClicked(event -> keys.requestFocus());
        Card seen = Card.of(
                Texts.of("settings.section.scanner"),
                new VBox(
                        14,
                        verdict,
                        Fields.named(Texts.of("settings.doctor.keys"), keys),
                        gaps,
                        onceThere(Fields.named(Texts.of("settings.doctor.arrived"), raw), model.raw()),
                        onceThere(Fields.named(Texts.of("settings.doctor.understood"), said), model.said())));
        seen.setMaxHeight(Region.USE_PREF_SIZE);
        node = Fields.beside(seen, form(session));
        // also behind the lock nobody's keys are listened to
        node.sceneProperty().addListener((property, was, is) -> {
            if (is == null) {
                machine.ignore(ear);
            } else {
                machine.listen(ear);
            }
        });
        model.finding().addListener((property, was, is) -> verdict(is));
        model.raw().addListener((property, was, is) -> verdict(model.finding().get()));
        model.keys().keys().addListener((ListChangeListener<RawKey>) change -> keys());
        verdict(model.finding().get());
        keys();
    }

    private static Node onceThere(Node node, ReadOnlyStringProperty words) {
        node.visibleProperty().bind(words.isNotEmpty());
        node.managedProperty().bind(words.isNotEmpty());
        return node;
    }

    private static Label value(String id, String style) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private Card form(Session session) {
        Press keep = Press.secondary("doctor-keep", Texts.of("settings.save"), "check2", () -> {
            if (model.keep()) {
                session.front().toast(Toast.done(Texts.of("settings.kept"), Texts.of("settings.doctor.kept")));
            }
        });
        boolean may = session.may(Permission.CHANGE_SETTINGS);
        var gap = Fields.text("doctor-gap", model.gap());
        var substitutes = Fields.text("doctor-substitutes", model.substitutes());
        gap.setDisable(!may);
        substitutes.setDisable(!may);
        keep.setDisable(!may);
        return Card.of(
                Texts.of("settings.doctor.this-scanner"),
                new VBox(
                        12,
                        Fields.named(Texts.of("settings.doctor.gap"), gap),
                        Fields.hint(Texts.of("settings.doctor.gap-about")),
                        Fields.named(Texts.of("settings.doctor.substitutes"), substitutes),
                        Fields.hint(Texts.of("settings.doctor.substitutes-about")),
                        Fields.refusal("doctor-no", model.no()),
                        Fields.hint(Texts.of(may ? "settings.doctor.here" : "settings.doctor.may-not")),
                        Fields.acts(keep)));
    }

    private void verdict(DoctorModel.Finding finding) {
        String advice = DoctorModel.advice(finding);
        Note note =
                switch (finding) {
                    case WAITING, UNKNOWN -> Note.remark("doctor-advice", advice);
                    case GOOD -> Note.good("doctor-advice", advice);
                    case NO_SEPARATOR, TOO_SLOW, UNREADABLE -> Note.warning("doctor-advice", advice, "");
                };
        verdict.getChildren().setAll(note);
    }

    private void keys() {
        keys.getChildren().clear();
        for (RawKey key : model.keys().keys()) {
            Label cap = new Label(key.shown());
            cap.getStyleClass().add("raw-key");
            if (key.sort() != RawKey.Sort.CHARACTER) {
                cap.getStyleClass().add(key.sort() == RawKey.Sort.SEPARATOR ? "separator" : "other");
            }
            keys.getChildren().add(cap);
        }
        gaps.setText(
                model.keys().keys().size() < 2
                        ? Texts.of("settings.doctor.no-keys")
                        : Texts.of(
                                "settings.doctor.gaps",
                                model.keys().longestGap().toMillis(),
                                machine.scanner().get().gapMillis()));
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public boolean scanned(Scanned scan) {
        model.scanned(scan);
        return true;
    }
}
