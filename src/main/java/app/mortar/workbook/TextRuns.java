package app.mortar.workbook;

/** Gathers the text of one cell from its runs of rich text; phonetic hints are not part of it. */
final class TextRuns {
    private final StringBuilder text = new StringBuilder();
    private int phonetic;
    private boolean inText;

    void begin() {
        text.setLength(0);
        phonetic = 0;
        inText = false;
    }

    void open(String element) {
        switch (element) {
            case "rPh" -> phonetic++;
            case "t" -> inText = phonetic == 0;
            default -> {}
        }
    }

    void close(String element) {
        switch (element) {
            case "rPh" -> phonetic--;
            case "t" -> inText = false;
            default -> {}
        }
    }

    void add(char[] chars, int from, int length) {
        if (inText) {
            text.append(chars, from, Math.min(length, Cell.LONGEST_TEXT * 7 + 1 - text.length()));
        }
    }

    /** The text, cut one character behind what a cell can hold. An escaped character takes seven in the file. */
    String text() {
        String decoded = EscapedText.decode(text.toString());
        return decoded.length() > Cell.LONGEST_TEXT ? decoded.substring(0, Cell.LONGEST_TEXT + 1) : decoded;
    }
}
