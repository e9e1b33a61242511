package app.mortar.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The table of texts that cells point into. Kept as bytes in blocks, four bytes of overhead a text, because a big
 * list has millions of them; the texts in use just now are kept as strings.
 */
final class SharedTexts {
    private static final int BLOCK = 1 << 20;
    private static final int RECENT = 1 << 12;

    private final List<byte[]> blocks = new ArrayList<>();
    private int[] starts = new int[1024];
    private int count;
    private int size;
    private final @Nullable String[] recent = new @Nullable String[RECENT];
    private final int[] recentIndex = new int[RECENT];

    private SharedTexts() {
        Arrays.fill(recentIndex, -1);
    }

    /**
     * Reads the table.
     *
     * @param part null when the workbook has none; every look-up fails then
     * @param most bytes of text at most
     */
    static SharedTexts read(@Nullable InputStream part, int most) throws IOException, SAXException {
        SharedTexts texts = new SharedTexts();
        if (part != null) {
            Xml.read(part, new Table(texts, most));
        }
        return texts;
    }

    /** The text of an index; null when the table has none there. */
    @Nullable
    String get(int index) {
        if (index < 0 || index >= count) {
            return null;
        }
        int slot = index & (RECENT - 1);
        String known = recent[slot];
        if (known != null && recentIndex[slot] == index) {
            return known;
        }
        String text = read(starts[index], index + 1 < count ? starts[index + 1] : size);
        recent[slot] = text;
        recentIndex[slot] = index;
        return text;
    }

    private String read(int from, int to) {
        byte[] bytes = new byte[to - from];
        for (int done = 0; done < bytes.length; ) {
            int at = from + done;
            int part = Math.min(bytes.length - done, BLOCK - at % BLOCK);
            System.arraycopy(blocks.get(at / BLOCK), at % BLOCK, bytes, done, part);
            done += part;
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void add(String text) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = size;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int done = 0; done < bytes.length; ) {
            if (size / BLOCK == blocks.size()) {
                blocks.add(new byte[BLOCK]);
            }
            int part = Math.min(bytes.length - done, BLOCK - size % BLOCK);
            System.arraycopy(bytes, done, blocks.getLast(), size % BLOCK, part);
            size += part;
            done += part;
        }
    }

    private static final class Table extends DefaultHandler {
        private final SharedTexts texts;
        private final int most;
        private final TextRuns runs = new TextRuns();

        Table(SharedTexts texts, int most) {
            this.texts = texts;
            this.most = most;
        }

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) {
            if (name.equals("si")) {
                runs.begin();
            } else {
                runs.open(name);
            }
        }

        @Override
        public void characters(char[] chars, int from, int length) {
            runs.add(chars, from, length);
        }

        @Override
        public void endElement(String uri, String name, String qualified) throws SAXException {
            if (name.equals("si")) {
                texts.add(runs.text());
                if ((long) texts.size + 4L * texts.count > most) {
                    throw new SAXException(new WorkbookZip.Damaged("holds more text than can be read at once"));
                }
            } else {
                runs.close(name);
            }
        }
    }
}
