package app.mortar.count;

import app.mortar.kernel.InvalidInput;
import java.util.List;

/** What a round is to count. */
public sealed interface Scope {
    /** All products that are kept on this shelf. */
    record OfShelf(String shelf) implements Scope {}

    /** All products of this category. */
    record OfCategory(String category) implements Scope {}

    /** These products. */
    record OfProducts(List<String> skus) implements Scope {
        public OfProducts {
            skus = List.copyOf(skus);
            if (skus.isEmpty()) {
                throw new InvalidInput("skus", "must name at least one product");
            }
        }
    }

    /** The products that are most worth counting today, see {@link Risk}. */
    record MostAtRisk(int howMany) implements Scope {
        public MostAtRisk {
            if (howMany < 1 || howMany > 1_000) {
                throw new InvalidInput("howMany", "must be from 1 to 1000");
            }
        }
    }

    /** "Today's ten". */
    Scope TODAYS_TEN = new MostAtRisk(10);
}
