package app.mortar.expiry;

import app.mortar.fefo.Fefo;
import app.mortar.kernel.ExpiryStage;
import app.mortar.kernel.Permission;
import app.mortar.store.Tx;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What on the shelves expires when, and what it is worth at cost. Recalled batches are another matter. */
public final class Expiring {
    /** The plan's last mark: nothing further away is looked at. */
    public static final int DAYS = 90;

    /** Batches and their worth; cost that is not known counts as nothing. */
    public record Sum(int batches, int units, BigDecimal worth) {
        public static final Sum NOTHING = new Sum(0, 0, BigDecimal.ZERO);

        Sum and(Sum other) {
            return new Sum(batches + other.batches, units + other.units, worth.add(other.worth));
        }
    }

    /** All that has the same date; {@code days} from today, 0 or less when it has expired. */
    public record Day(int days, Sum sum) {}

    /** What expires in one week, counted from today; its colour is that of its first day. */
    public record Week(LocalDate from, ExpiryStage stage, Sum sum) {}

    /** What is on the shelf and has expired, or will within {@link #DAYS}. */
    public record Calendar(LocalDate today, List<Day> days) {
        public Calendar {
            days = List.copyOf(days);
        }

        /** What has expired and is still there. */
        public Sum expired() {
            return days.stream().filter(day -> day.days() <= 0).map(Day::sum).reduce(Sum.NOTHING, Sum::and);
        }

        /** What may still be sold, but only for so many days or less. */
        public Sum within(int limit) {
            return days.stream()
                    .filter(day -> day.days() > 0 && day.days() <= limit)
                    .map(Day::sum)
                    .reduce(Sum.NOTHING, Sum::and);
        }

        /** Week by week from today on: days 1 to 7, 8 to 14 and so on, up to the plan's last mark. */
        public List<Week> weeks() {
            List<Week> weeks = new ArrayList<>();
            for (int first = 1; first <= DAYS; first += 7) {
                int start = first;
                Sum sum = days.stream()
                        .filter(day -> day.days() >= start && day.days() < start + 7)
                        .map(Day::sum)
                        .reduce(Sum.NOTHING, Sum::and);
                LocalDate from = today.plusDays(first);
                weeks.add(new Week(from, ExpiryStage.of(from, today), sum));
            }
            return weeks;
        }
    }

    /** Looks at all shelves. */
    public Calendar look(Tx tx) {
        tx.actor().must(Permission.SEE_STOCK);
        return new Calendar(
                tx.today(),
                tx
                        .session()
                        .createNativeQuery("""
                                select days, count(*), sum(quantity), sum(worth) from (
                                  select %s as days, b.quantity, coalesce(b.quantity * b.unit_cost, 0) as worth
                                  from inventory_batch b
                                  where b.quantity > 0 and b.status = 'AVAILABLE' and b.expiry_date is not null) dated
                                where days <= %d
                                group by days order by days""".formatted(Fefo.GOOD_DAYS_SQL, DAYS), Object[].class)
                        .setParameter("first", tx.today())
                        .getResultList()
                        .stream()
                        .map(row -> new Day(number(row[0]), new Sum(number(row[1]), number(row[2]), (BigDecimal)
                                Objects.requireNonNull(row[3]))))
                        .toList());
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }
}
