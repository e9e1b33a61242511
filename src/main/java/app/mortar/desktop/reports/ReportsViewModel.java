package app.mortar.desktop.reports;

import app.mortar.desktop.Texts;
import app.mortar.desktop.work.Latest;
import app.mortar.desktop.work.Once;
import app.mortar.desktop.work.Work;
import app.mortar.kernel.Actor;
import app.mortar.report.Progress;
import app.mortar.report.ReportName;
import app.mortar.report.Reports;
import app.mortar.workbook.Unwritable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** What the room Reports shows and does; one report is chosen at a time, one is written at a time. */
final class ReportsViewModel {
    /** Rows of each list that the preview shows. */
    static final int PREVIEW = 30;

    private final Reports reports;
    private final Actor actor;
    private final Work work;
    private final Function<Throwable, String> trouble;
    private final Latest looking;
    private final Once writing;
    private final ObjectProperty<ReportName> name = new SimpleObjectProperty<>(ReportName.EXPIRY_WASTE);
    private final ObjectProperty<@Nullable LocalDate> from = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LocalDate> to = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Reports.@Nullable Preview> preview = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper result = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(0);
    private final ReadOnlyObjectWrapper<@Nullable Path> file = new ReadOnlyObjectWrapper<>();
    private volatile AtomicBoolean stop = new AtomicBoolean();

    /**
     * The model.
     *
     * @param trouble what a failure means to a person
     */
    ReportsViewModel(Reports reports, Actor actor, Work work, Function<Throwable, String> trouble) {
        this.reports = reports;
        this.actor = actor;
        this.work = work;
        this.trouble = trouble;
        this.looking = new Latest(work);
        this.writing = new Once(work);
        name.addListener((property, old, now) -> look());
        from.addListener((property, old, now) -> look());
        to.addListener((property, old, now) -> look());
    }

    private Reports.Wish wish() {
        return new Reports.Wish(name.get(), from.get(), to.get());
    }

    /** Reads the first rows of the chosen report. */
    void look() {
        Reports.Wish wish = wish();
        looking.run(
                () -> reports.preview(actor, wish, PREVIEW),
                seen -> {
                    refusal.set("");
                    preview.set(seen);
                },
                failure -> {
                    preview.set(null);
                    refusal.set(trouble.apply(failure));
                });
    }

    /** Writes the chosen report; while one is written, nothing happens. */
    void write(Path target) {
        Reports.Wish wish = wish();
        write(progress -> reports.write(actor, wish, target, progress));
    }

    /** Writes only that list of it, the whole of it and not only the rows that are seen. */
    void writeList(String list, Path target) {
        Reports.Wish wish = wish();
        write(progress -> reports.writeList(actor, wish, list, target, progress));
    }

    private void write(Function<Progress, Reports.Outcome> act) {
        if (writing.running().get()) {
            return;
        }
        AtomicBoolean mine = new AtomicBoolean();
        stop = mine;
        file.set(null);
        result.set("");
        writing.run(() -> act.apply(new Bar(mine)), this::ended, failure -> {
            progress.set(0);
            result.set(failure instanceof Unwritable ? String.valueOf(failure.getMessage()) : trouble.apply(failure));
        });
    }

    private void ended(Reports.Outcome outcome) {
        progress.set(0);
        switch (outcome) {
            case Reports.Outcome.Written written -> {
                file.set(written.file());
                result.set(Texts.of(
                        "reports.written", written.rows(), written.file().getFileName()));
            }
            case Reports.Outcome.Cancelled cancelled -> result.set(Texts.of("reports.cancelled"));
        }
    }

    /** The report that is being written is not wanted any more. */
    void cancel() {
        stop.set(true);
    }

    /** Tells the bar from the thread that writes. */
    private final class Bar implements Progress {
        private final AtomicBoolean stopped;

        Bar(AtomicBoolean stopped) {
            this.stopped = stopped;
        }

        @Override
        public void wrote(long rows, long expected) {
            work.ui().execute(() -> progress.set(expected == 0 ? 0 : (double) rows / expected));
        }

        @Override
        public boolean cancelled() {
            return stopped.get();
        }
    }

    /** What the file should be called, e.g. {@code movements-2026-03-31.xlsx}. */
    String fileName() {
        return name.get().word() + until() + ".xlsx";
    }

    /** The same for one list, e.g. {@code expiry-waste-written-off-2026-03-31.xlsx}. */
    String fileName(String list) {
        String word = list.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        return name.get().word() + "-" + word + until() + ".xlsx";
    }

    private String until() {
        Reports.Preview seen = preview.get();
        return seen == null ? "" : "-" + seen.period().to();
    }

    ObjectProperty<ReportName> name() {
        return name;
    }

    ObjectProperty<@Nullable LocalDate> from() {
        return from;
    }

    ObjectProperty<@Nullable LocalDate> to() {
        return to;
    }

    ReadOnlyObjectProperty<Reports.@Nullable Preview> preview() {
        return preview.getReadOnlyProperty();
    }

    /** Why there is no preview; empty when there is one. */
    ReadOnlyStringProperty refusal() {
        return refusal.getReadOnlyProperty();
    }

    /** What came of the last writing, as a sentence. */
    ReadOnlyStringProperty result() {
        return result.getReadOnlyProperty();
    }

    /** How far the writing is, from 0 to 1. */
    ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty running() {
        return writing.running();
    }

    /** The workbook that was written last. */
    ReadOnlyObjectProperty<@Nullable Path> file() {
        return file.getReadOnlyProperty();
    }
}
