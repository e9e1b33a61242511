package app.mortar.workbook;

/**
 * Where a cell is.
 *
 * @param sheet the sheet's name
 * @param row the row as Excel numbers it, from 1
 * @param column the column from 0 (A)
 */
public record Address(String sheet, int row, int column) {
    /** The last row that Excel has. */
    public static final int LAST_ROW = 1_048_576;
    /** How many columns Excel has. */
    public static final int COLUMNS = 16_384;

    /** The cell without its sheet, e.g. {@code C7}. */
    public String cell() {
        return columnName(column) + row;
    }

    /** {@code Sheet1!C7}, or {@code 'My sheet'!C7} as Excel quotes it. */
    @Override
    public String toString() {
        boolean plain = sheet.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '.');
        return (plain ? sheet : "'" + sheet.replace("'", "''") + "'") + "!" + cell();
    }

    /** A, B, … Z, AA, … */
    public static String columnName(int column) {
        String name = "";
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            name = (char) ('A' + rest % 26) + name;
        }
        return name;
    }

    /** The row of a reference such as {@code C7}; -1 when it is none. */
    static int rowOf(String reference) {
        int digits = lettersOf(reference);
        if (digits == 0 || digits == reference.length() || reference.length() - digits > 9) {
            return -1;
        }
        int row = 0;
        for (int i = digits; i < reference.length(); i++) {
            char c = reference.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            row = row * 10 + (c - '0');
        }
        return row;
    }

    /** The column of a reference such as {@code C7}, from 0; -1 when it is none or beyond Excel's last. */
    static int columnOf(String reference) {
        int letters = lettersOf(reference);
        if (letters == 0 || letters > 3) {
            return -1;
        }
        int column = 0;
        for (int i = 0; i < letters; i++) {
            column = column * 26 + (reference.charAt(i) - 'A' + 1);
        }
        return column > COLUMNS ? -1 : column - 1;
    }

    private static int lettersOf(String reference) {
        int letters = 0;
        while (letters < reference.length() && reference.charAt(letters) >= 'A' && reference.charAt(letters) <= 'Z') {
            letters++;
        }
        return letters;
    }
}
