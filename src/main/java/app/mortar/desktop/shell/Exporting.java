package app.mortar.desktop.shell;

import app.mortar.desktop.Texts;
import app.mortar.desktop.widget.FileOpener;
import app.mortar.desktop.widget.Toast;
import app.mortar.desktop.work.Once;
import app.mortar.report.ListExport;
import app.mortar.report.Progress;
import app.mortar.workbook.Unwritable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The act "Export to Excel" of one table: one file at a time, written in the background, given up at a word. */
public final class Exporting {
    private final Session session;
    private final ListExport desk;
    private final Supplier<ListExport.Wish<?>> wish;
    private final Once writing;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(0);
    private final ReadOnlyObjectWrapper<@Nullable Path> file = new ReadOnlyObjectWrapper<>();
    private volatile AtomicBoolean stop = new AtomicBoolean();

    /**
     * The act.
     *
     * @param wish what the table shows when somebody asks for it
     */
    Exporting(Session session, Supplier<ListExport.Wish<?>> wish) {
        this.session = session;
        this.desk = new ListExport(session.transactions());
        this.wish = wish;
        this.writing = new Once(session.work());
    }

    /** Asks where the workbook goes, and writes it; while one is written, nothing happens. */
    public void begin() {
        if (writing.running().get()) {
            return;
        }
        ListExport.Wish<?> wanted = wish.get();
        Path target = session.front().files().toWrite(fileName(wanted.title()));
        if (target == null) {
            return;
        }
        AtomicBoolean mine = new AtomicBoolean();
        stop = mine;
        file.set(null);
        progress.set(0);
        writing.run(
                () -> desk.write(session.actor(), wanted, target, new Bar(mine)),
                this::ended,
                failure -> session.front()
                        .toast(Toast.warning(
                                Texts.of("table.not-exported"),
                                failure instanceof Unwritable
                                        ? String.valueOf(failure.getMessage())
                                        : session.trouble(failure).sentence())));
    }

    private void ended(ListExport.Outcome outcome) {
        switch (outcome) {
            case ListExport.Outcome.Written written -> {
                file.set(written.file());
                session.front()
                        .toast(Toast.done(
                                        Texts.of("table.exported", written.rows()),
                                        written.file().toString())
                                .with(Texts.of("table.open-file"), this::open));
            }
            case ListExport.Outcome.Cancelled cancelled ->
                session.front().toast(Toast.warning(Texts.of("table.export-cancelled"), ""));
        }
    }

    /** The list that is being written is not wanted any more. */
    public void cancel() {
        stop.set(true);
    }

    /** Shows the file that was written last in the program that the system has for it. */
    public void open() {
        Path written = file.get();
        if (written == null) {
            return;
        }
        session.work()
                .run(
                        () -> {
                            FileOpener.open(written);
                            return written;
                        },
                        opened -> {},
                        failure -> {
                            if (failure instanceof UncheckedIOException) {
                                session.front()
                                        .toast(Toast.warning(Texts.of("reports.cannot-open"), written.toString()));
                            } else {
                                session.trouble(failure);
                            }
                        });
    }

    /** {@code low-stock-2026-03-10.xlsx} */
    private String fileName(String title) {
        String word = title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        return word + "-" + session.time().today() + ".xlsx";
    }

    public ReadOnlyBooleanProperty running() {
        return writing.running();
    }

    /** How far the writing is, from 0 to 1. */
    public ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /** The workbook that was written last; null before there was one. */
    public ReadOnlyObjectProperty<@Nullable Path> file() {
        return file.getReadOnlyProperty();
    }

    /** Tells the bar from the thread that writes. */
    private final class Bar implements Progress {
        private final AtomicBoolean stopped;

        Bar(AtomicBoolean stopped) {
            this.stopped = stopped;
        }

        @Override
        public void wrote(long rows, long expected) {
            session.work().ui().execute(() -> progress.set(expected == 0 ? 0 : (double) rows / expected));
        }

        @Override
        public boolean cancelled() {
            return stopped.get();
        }
    }
}
