package app.mortar.fulfilment;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shelves as one walks along them: {@code B2} comes before {@code B10}. */
final class ShelfOrder implements Comparator<String> {
    private static final Pattern RUN = Pattern.compile("[0-9]+|[^0-9]+");

    @Override
    public int compare(String one, String other) {
        Matcher ones = RUN.matcher(one);
        Matcher others = RUN.matcher(other);
        while (true) {
            boolean hasOne = ones.find();
            boolean hasOther = others.find();
            if (!hasOne || !hasOther) {
                return Boolean.compare(hasOne, hasOther);
            }
            int order = compareRuns(ones.group(), others.group());
            if (order != 0) {
                return order;
            }
        }
    }

    private static int compareRuns(String one, String other) {
        boolean numbers = Character.isDigit(one.charAt(0)) && Character.isDigit(other.charAt(0));
        return numbers ? new BigInteger(one).compareTo(new BigInteger(other)) : one.compareToIgnoreCase(other);
    }
}
