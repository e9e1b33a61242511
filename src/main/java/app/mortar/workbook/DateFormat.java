package app.mortar.workbook;

import java.util.Locale;

/** What a date format of Excel shows. */
final class DateFormat {
    private DateFormat() {}

    /** Is {@code letter} (d or y) among the parts that the format shows? */
    static boolean shows(String format, char letter) {
        return bare(format).indexOf(letter) >= 0;
    }

    /** An m is a month unless it stands between hours and seconds, where it means minutes. */
    static boolean showsMonth(String format) {
        String bare = bare(format);
        boolean minutes = (bare.indexOf('h') >= 0 || bare.indexOf('s') >= 0) && bare.indexOf('y') < 0;
        return bare.indexOf('m') >= 0 && !minutes;
    }

    /** The first section without quoted text, escaped characters, padding and bracketed locale or colour. */
    private static String bare(String format) {
        StringBuilder bare = new StringBuilder();
        boolean quoted = false;
        boolean bracketed = false;
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (quoted) {
                quoted = c != '"';
            } else if (bracketed) {
                bracketed = c != ']';
            } else if (c == ';') {
                break;
            } else if (c == '"') {
                quoted = true;
            } else if (c == '[') {
                bracketed = true;
            } else if (c == '\\' || c == '_' || c == '*') {
                i++;
            } else {
                bare.append(c);
            }
        }
        return bare.toString().toLowerCase(Locale.ROOT).replace("am/pm", "").replace("a/p", "");
    }
}
