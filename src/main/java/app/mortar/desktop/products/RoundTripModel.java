package app.mortar.desktop.products;

import app.mortar.catalogue.ProductList;
import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.work.Once;
import app.mortar.intake.Commented;
import app.mortar.intake.Fault;
import app.mortar.intake.Faults;
import app.mortar.intake.RoundTrip;
import app.mortar.workbook.Cover;
import app.mortar.workbook.Unreadable;
import app.mortar.workbook.Unwritable;
import app.mortar.workbook.WorkbookReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What products out to Excel and back shows and does. Nothing is saved before {@link #apply}. */
public final class RoundTripModel {
    /** What is to be done next. */
    enum Step {
        /** Nothing was taken in yet, or everything is saved. */
        BEGIN,
        /** The differences of a list, to be applied. */
        DIFFERENCES,
        /** Differences of which some would run over what somebody else has said meanwhile. */
        MEANWHILE,
        /** What must be mended in a list. */
        FAULTS
    }

    /** What becomes of a product. */
    enum Kind {
        ADDED,
        CHANGED,
        MEANWHILE
    }

    /** One cell that says something else than the books. */
    record Difference(int row, String sku, String heading, String before, String after, Kind kind) {}

    private final Session session;
    private final WorkbookReader workbooks;
    private final RoundTrip trip;
    private final Once acting;
    private final ObservableList<Difference> differences = FXCollections.observableArrayList();
    private final ObservableList<Fault> faults = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.BEGIN);
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Path> written = new ReadOnlyObjectWrapper<>();
    private RoundTrip.Looked.@Nullable Changes looked;
    private @Nullable Path list;
    private @Nullable Faults toMend;

    public RoundTripModel(Session session, WorkbookReader workbooks) {
        this.session = session;
        this.workbooks = workbooks;
        this.trip = new RoundTrip(session.transactions(), workbooks, new ProductList());
        this.acting = new Once(session.work());
    }

    private <T> void act(Supplier<T> task, Consumer<T> done) {
        acting.run(task, done, failure -> {
            boolean ofTheFile = failure instanceof Unwritable || failure instanceof Unreadable;
            said.set(
                    ofTheFile
                            ? String.valueOf(failure.getMessage())
                            : session.trouble(failure).sentence());
        });
    }

    /** Writes all products with what ties them to their rows. */
    void export(Path target) {
        act(() -> trip.export(session.actor(), target), products -> {
            written.set(target);
            said.set(Texts.of("products.exported", products, target.getFileName()));
        });
    }

    /** Reads an edited list and shows what it would change. */
    void look(Path file) {
        act(() -> trip.look(session.actor(), file), answer -> {
            list = file;
            show(answer);
        });
    }

    private void show(RoundTrip.Looked answer) {
        clear();
        switch (answer) {
            case RoundTrip.Looked.Changes changes -> show(changes);
            case RoundTrip.Looked.Faulty faulty -> show(faulty.faults());
            case RoundTrip.Looked.Unusable unusable -> said.set(unusable.sentence());
        }
    }

    private void clear() {
        differences.clear();
        faults.clear();
        looked = null;
        toMend = null;
        written.set(null);
        step.set(Step.BEGIN);
    }

    private void show(RoundTrip.Looked.Changes changes) {
        looked = changes;
        changes.changes().forEach(change -> change.fields()
                .forEach(field -> differences.add(new Difference(
                        change.row(), change.sku(), field.heading(), field.before(), field.after(), kind(change)))));
        long meanwhile =
                changes.changes().stream().filter(RoundTrip.Change::meanwhile).count();
        step.set(meanwhile > 0 ? Step.MEANWHILE : changes.changes().isEmpty() ? Step.BEGIN : Step.DIFFERENCES);
        said.set(
                meanwhile > 0
                        ? Texts.of("products.meanwhile", meanwhile)
                        : Texts.of("products.looked", changes.changes().size(), changes.unchanged()));
    }

    private static Kind kind(RoundTrip.Change change) {
        return change.meanwhile() ? Kind.MEANWHILE : change.id() == null ? Kind.ADDED : Kind.CHANGED;
    }

    private void show(Faults found) {
        toMend = found;
        faults.setAll(found.first());
        step.set(Step.FAULTS);
        said.set(Texts.of("products.faults", found.total()));
    }

    /** Goes on without the products that somebody else has changed meanwhile. */
    void leaveOut() {
        RoundTrip.Looked.Changes all = looked;
        if (all != null) {
            clear();
            show(all.withoutMeanwhile());
        }
    }

    /** Saves what is shown: all of it, or nothing. */
    void apply() {
        RoundTrip.Looked.Changes all = looked;
        if (all != null && step.get() == Step.DIFFERENCES) {
            act(() -> trip.apply(session.actor(), all), this::applied);
        }
    }

    private void applied(RoundTrip.Applied answer) {
        switch (answer) {
            case RoundTrip.Applied.Saved saved -> {
                clear();
                said.set(Texts.of("products.saved", saved.added(), saved.changed()));
                session.front().changed();
            }
            // whatever came in between is seen when the list is looked at again
            case RoundTrip.Applied.ChangedMeanwhile meanwhile -> look(Objects.requireNonNull(list));
            case RoundTrip.Applied.Faulty faulty -> look(Objects.requireNonNull(list));
        }
    }

    /** Writes the list again with what is wrong as comments on its cells, for whoever filled it in. */
    void giveBack(Path target) {
        Path source = list;
        Faults found = toMend;
        if (source != null && found != null) {
            act(
                    () -> {
                        Commented.write(source, workbooks, found, target);
                        return target;
                    },
                    file -> {
                        written.set(file);
                        said.set(Texts.of("products.given-back", file.getFileName()));
                    });
        }
    }

    /** No program of this machine opens the file. */
    void cannotOpen(Path file) {
        said.set(Texts.of("reports.cannot-open") + " " + file);
    }

    /** What an export should be called, e.g. {@code products-2026-03-31.xlsx}. */
    String exportName() {
        return "products-" + session.time().today() + ".xlsx";
    }

    /** What the list with comments should be called. */
    String givenBackName() {
        String name = list == null ? "products.xlsx" : String.valueOf(list.getFileName());
        int dot = name.lastIndexOf('.');
        return (dot < 0 ? name : name.substring(0, dot)) + "-to-mend.xlsx";
    }

    ObservableList<Difference> differences() {
        return differences;
    }

    /** The first of what must be mended; how many there are in all is said. */
    ObservableList<Fault> faults() {
        return faults;
    }

    /** What a workbook of {@link #faults} leaves out. */
    List<Cover.Fact> aboutFaults() {
        Faults found = toMend;
        return found == null || found.total() == found.first().size()
                ? List.of()
                : List.of(Cover.Fact.text(
                        Texts.of("products.first"),
                        Texts.of("products.first-of", found.first().size(), found.total())));
    }

    ReadOnlyObjectProperty<Step> step() {
        return step.getReadOnlyProperty();
    }

    /** What came of the last act, as a sentence. */
    ReadOnlyStringProperty said() {
        return said.getReadOnlyProperty();
    }

    /** The workbook that was written last. */
    ReadOnlyObjectProperty<@Nullable Path> written() {
        return written.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty acting() {
        return acting.running();
    }
}
