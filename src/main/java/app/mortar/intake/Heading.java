package app.mortar.intake;

/** A column that a list may have, found by its heading. */
interface Heading {
    /** As the templates write it; letter case and spaces do not matter when it is read. */
    String heading();

    /** Must the list have this column? */
    boolean required();

    /** What belongs into it, for the template. */
    String help();

    /** The letters and digits of a heading in lower case: how headings are compared. */
    static String key(String heading) {
        StringBuilder key = new StringBuilder();
        heading.codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(c -> key.appendCodePoint(Character.toLowerCase(c)));
        return key.toString();
    }
}
