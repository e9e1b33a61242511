package app.mortar.expiry;

import java.util.Comparator;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** By what products are sorted; unknown values come last whichever way round. */
public enum OutlookSort {
    NAME("lower(name)"),
    SKU("sku"),
    CATEGORY("lower(category)"),
    SUPPLIER("lower(supplier)"),
    SHELF("lower(shelf)"),
    ON_HAND("on_hand"),
    HELD("held"),
    USABLE("usable"),
    MINIMUM("minimum"),
    WORTH("worth"),
    SEVERITY(null),
    COVER(null),
    SUGGESTED(null);

    private final @Nullable String column;

    OutlookSort(@Nullable String column) {
        this.column = column;
    }

    /** Does the product itself say it, without a look at its shelf? */
    boolean isOfProduct() {
        return this == NAME || this == SKU || this == CATEGORY || this == SUPPLIER || this == SHELF || this == MINIMUM;
    }

    /** Must the use of every product of the list be known, and not only of those that are shown? */
    boolean needsUse() {
        return column == null;
    }

    /** The order as SQL, as far as the database can sort by this; what is equal stands by name. */
    String sql(boolean descending) {
        String first = column == null ? "" : column + (descending ? " desc" : "") + " nulls last, ";
        return first + "lower(name), id";
    }

    /** The order where the use of all is known, over rows that stand as {@link #sql} has them. */
    Comparator<Outlook> order(boolean descending) {
        return switch (this) {
            case SEVERITY -> {
                Comparator<Outlook> worst = Comparator.comparing(Outlook::severity);
                yield (descending ? worst.reversed() : worst).thenComparing(Outlook::cover, shortestFirst());
            }
            case COVER -> {
                Comparator<Outlook> known =
                        Comparator.comparing(row -> row.cover().isEmpty());
                Comparator<Outlook> days =
                        Comparator.comparingDouble(row -> row.cover().orElse(0));
                yield known.thenComparing(descending ? days.reversed() : days);
            }
            case SUGGESTED -> {
                Comparator<Outlook> units = Comparator.comparingInt(Outlook::suggestedOrder);
                yield descending ? units.reversed() : units;
            }
            default -> unchanged();
        };
    }

    private static Comparator<OptionalDouble> shortestFirst() {
        return Comparator.comparingDouble(cover -> cover.orElse(0));
    }

    /** Every row where it stands. */
    private static Comparator<Outlook> unchanged() {
        return Comparator.comparing(Outlook::active, Comparator.<Boolean>comparingInt(active -> 0));
    }
}
