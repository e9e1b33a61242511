package app.mortar.access;

/** Text that looks like what it is: nothing invisible in it, nothing that turns the line around. */
final class Printable {
    private Printable() {}

    static boolean is(String text) {
        return text.codePoints().allMatch(Printable::is);
    }

    private static boolean is(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
