package app.mortar.intake;

/**
 * One thing in a list that must be mended before the list can be taken.
 *
 * @param sheet the sheet's name
 * @param cell the cell, e.g. {@code C7}; a heading row or a whole row is named by its first cell
 * @param value what stands there, shortened and without control characters; empty for a blank cell
 * @param sentence what is wrong and how to mend it
 */
public record Fault(String sheet, String cell, String value, String sentence) {
    private static final int LONGEST_VALUE = 60;

    public Fault {
        value = printable(value);
    }

    /** {@code Stock!B7 "1200000": sentence} */
    @Override
    public String toString() {
        return sheet + "!" + cell + (value.isEmpty() ? "" : " \"" + value + "\"") + ": " + sentence;
    }

    /** Safe on a terminal and in a log: one line, nothing invisible, not too long. */
    private static String printable(String text) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (safe.length() >= LONGEST_VALUE) {
                return safe.append("...").toString();
            }
            if (invisible(c)) {
                safe.append(String.format("[U+%04X]", c));
            } else {
                safe.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return safe.toString();
    }

    private static boolean invisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
