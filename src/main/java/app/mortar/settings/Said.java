package app.mortar.settings;

/**
 * One value that somebody gave.
 *
 * @param where it stands, e.g. {@code mortar.properties, line 3}
 */
record Said(Key key, String value, String where) {
    boolean fits() {
        return key.form().fits().test(value);
    }

    /** What is wrong with it. */
    String mistake() {
        return mistake("must be " + key.form().right());
    }

    String mistake(String why) {
        return key.text() + " = " + shown() + " (" + where + "): " + why;
    }

    /** The value, unless it is nobody's business. */
    String shown() {
        if (key.secret()) {
            return "(not shown)";
        }
        String plain = value.replaceAll("(?i)(password=)[^&]*", "$1(not shown)").replaceAll("\\p{Cntrl}", "?");
        return plain.length() > 100 ? plain.substring(0, 100) + "…" : plain;
    }
}
