package app.mortar.report;

import app.mortar.kernel.Actor;
import app.mortar.kernel.Permission;
import app.mortar.settings.PharmacySettings;
import app.mortar.store.Transactions;
import app.mortar.store.Tx;
import app.mortar.workbook.Cell;
import app.mortar.workbook.Cover;
import app.mortar.workbook.NewSheet;
import app.mortar.workbook.NewWorkbook;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The desk for reports. Each is read in one snapshot of the books, so that its parts agree with each other, and
 * written row by row, so that a million rows need no more memory than a thousand.
 */
public final class Reports {
    private static final int LOOK_UP_EVERY = 1_000;

    private final Transactions transactions;
    private final Supplier<PharmacySettings> pharmacy;

    public Reports(Transactions transactions, Supplier<PharmacySettings> pharmacy) {
        this.transactions = transactions;
        this.pharmacy = pharmacy;
    }

    /**
     * What is wanted.
     *
     * @param from first day in the pharmacy's zone; null for the beginning of the last day's month
     * @param to last day, included; null for today
     */
    public record Wish(
            ReportName name,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** The workbook is complete, with so many rows. */
        record Written(Path file, Period period, long rows) implements Outcome {}

        /** Somebody did not want it any more; what was there before still is. */
        record Cancelled() implements Outcome {}
    }

    /** The first rows of a report's lists. */
    public record Preview(Period period, List<Part> parts) {
        /** One list; {@code more} when it goes on. */
        public record Part(String name, List<NewSheet.Column> columns, List<List<Cell>> rows, boolean more) {}
    }

    /**
     * Writes a report to a file, which is replaced only by a complete one.
     *
     * @throws app.mortar.workbook.Unwritable it could not be written
     */
    public Outcome write(Actor actor, Wish wish, Path file, Progress progress) {
        return written(actor, wish, file, (workbook, tx, books) -> {
            Report report = report(wish.name());
            workbook.add(cover(tx, wish.name(), report, books));
            return fill(workbook, report.lists(books), new Watched(progress, report.expected(books)));
        });
    }

    /**
     * Writes one list of a report, the whole of it, to a file of its own.
     *
     * @param list its name, as in the preview
     * @throws app.mortar.workbook.Unwritable it could not be written
     */
    public Outcome writeList(Actor actor, Wish wish, String list, Path file, Progress progress) {
        return written(actor, wish, file, (workbook, tx, books) -> {
            Report report = report(wish.name());
            List<ListOf<?>> one = report.lists(books).stream()
                    .filter(each -> each.name().equals(list))
                    .toList();
            if (one.isEmpty()) {
                throw new IllegalArgumentException("No list of " + wish.name() + " is called " + list);
            }
            long rows = fill(workbook, one, new Watched(progress, report.expected(books)));
            List<Cover.Fact> facts = about(tx, wish.name(), books);
            workbook.add(new Cover("About this list", wish.name().title() + ": " + list, facts, List.of()));
            return rows;
        });
    }

    private interface Filling {
        /** Fills the workbook and says how many rows it has. */
        long fill(NewWorkbook workbook, Tx tx, Reading books);
    }

    private Outcome written(Actor actor, Wish wish, Path file, Filling filling) {
        actor.must(Permission.SEE_REPORTS);
        try (NewWorkbook workbook = NewWorkbook.at(file)) {
            Outcome.Written written = read(
                    actor,
                    wish,
                    (tx, books) -> new Outcome.Written(file, books.period(), filling.fill(workbook, tx, books)));
            workbook.finish();
            return written;
        } catch (Stopped stopped) {
            return new Outcome.Cancelled();
        }
    }

    /** The first {@code most} rows of each list. */
    public Preview preview(Actor actor, Wish wish, int most) {
        actor.must(Permission.SEE_REPORTS);
        return read(actor, wish, (tx, books) -> {
            List<Preview.Part> parts = new ArrayList<>();
            for (ListOf<?> list : report(wish.name()).lists(books)) {
                parts.add(first(list, most));
            }
            return new Preview(books.period(), parts);
        });
    }

    private static Preview.Part first(ListOf<?> list, int most) {
        Iterator<List<Cell>> rows = list.cells().iterator();
        List<List<Cell>> taken = new ArrayList<>();
        while (taken.size() < most && rows.hasNext()) {
            taken.add(rows.next());
        }
        return new Preview.Part(list.name(), list.columns(), taken, rows.hasNext());
    }

    private interface Work<T> {
        T on(Tx tx, Reading books);
    }

    private <T> T read(Actor actor, Wish wish, Work<T> work) {
        return transactions.snapshot(actor, tx -> tx.session().doReturningWork(connection -> {
            Patience.ask(connection);
            Period period = Period.of(wish.from(), wish.to(), tx.today());
            try (Reading books = new Reading(connection, tx, period)) {
                return work.on(tx, books);
            }
        }));
    }

    private static Report report(ReportName name) {
        return switch (name) {
            case EXPIRY_WASTE -> new ExpiryWaste();
            case STOCK_ON_HAND -> new StockOnHand();
            case MOVEMENTS -> new Movements();
            case LOW_STOCK -> new LowStock();
            case VALUATION -> new Valuation();
            case COUNT_VARIANCE -> new CountVariance();
            case CONTROLLED -> new Controlled();
        };
    }

    private static final class Stopped extends RuntimeException {}

    private static long fill(NewWorkbook workbook, List<ListOf<?>> lists, Watched watched) {
        for (ListOf<?> list : lists) {
            try (ReadAhead<List<Cell>> ahead = ReadAhead.of(list.cells())) {
                workbook.add(NewSheet.report(list.name(), list.columns(), () -> watched.over(ahead)));
            }
        }
        lookUp(watched.progress, watched.rows, watched.expected);
        return watched.rows;
    }

    /** Tells of rows as they are written, and stops when somebody does not want them any more. */
    private static final class Watched {
        private final Progress progress;
        private final long expected;
        private long rows;

        Watched(Progress progress, long expected) {
            this.progress = progress;
            this.expected = expected;
        }

        Iterator<List<Cell>> over(Iterator<List<Cell>> list) {
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return list.hasNext();
                }

                @Override
                public List<Cell> next() {
                    if (++rows % LOOK_UP_EVERY == 0) {
                        lookUp(progress, rows, expected);
                    }
                    return list.next();
                }
            };
        }
    }

    private static void lookUp(Progress progress, long rows, long expected) {
        if (progress.cancelled()) {
            throw new Stopped();
        }
        progress.wrote(rows, Math.max(rows, expected));
    }

    private Cover cover(Tx tx, ReportName name, Report report, Reading books) {
        List<Cover.Fact> facts = about(tx, name, books);
        facts.addAll(report.facts(books));
        return new Cover("Cover", name.title(), facts, report.summary(books));
    }

    /** Of when it is, and for whom. */
    private List<Cover.Fact> about(Tx tx, ReportName name, Reading books) {
        PharmacySettings settings = pharmacy.get();
        List<Cover.Fact> facts = new ArrayList<>();
        facts.add(Cover.Fact.text("", name.about()));
        if (!settings.name().isBlank()) {
            facts.add(Cover.Fact.text("Pharmacy", settings.name()));
        }
        if (name.isOfAPeriod()) {
            facts.add(new Cover.Fact("From", Cell.of(books.period().from()), "yyyy-mm-dd"));
            facts.add(new Cover.Fact("To (included)", Cell.of(books.period().to()), "yyyy-mm-dd"));
        }
        LocalDateTime made = LocalDateTime.ofInstant(tx.now(), tx.zone());
        facts.add(new Cover.Fact("As of", Cell.of(made), "yyyy-mm-dd hh:mm:ss"));
        facts.add(Cover.Fact.text("Time zone", tx.zone().getId()));
        facts.add(Cover.Fact.text("Currency", settings.currency().getCurrencyCode()));
        facts.add(Cover.Fact.text("Made by", tx.actor().name()));
        return facts;
    }
}
