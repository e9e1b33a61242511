package app.mortar.workbook;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.jspecify.annotations.Nullable;

/**
 * The zip that a workbook is. Parts are found by name and streamed, never unpacked to disk; all of them together may
 * unpack to so many bytes and no more, and a part whose checksum is wrong is not believed.
 */
final class WorkbookZip implements Closeable {
    static final int MOST_PARTS = 1_000;
    private static final String TWICE = "has two parts of the same name, as no spreadsheet program writes them";

    private final ZipSecureFile zip;
    private final Map<String, ZipArchiveEntry> parts = new HashMap<>();
    private long budget;

    /**
     * Opens the zip.
     *
     * @param budget how many unpacked bytes may be read in all
     * @throws IOException the directory at the end of the zip is missing or broken: the file was cut
     * @throws Damaged the zip is whole but not one that a spreadsheet program writes
     */
    WorkbookZip(Path file, long budget) throws IOException {
        this.zip = open(file);
        this.budget = budget;
        try {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                add(entry);
            }
        } catch (Damaged e) {
            zip.close();
            throw e;
        }
    }

    private static ZipSecureFile open(Path file) throws IOException {
        try {
            return new ZipSecureFile(file.toFile());
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("more than 1 entry")) {
                throw new Damaged(TWICE);
            }
            throw e;
        }
    }

    private void add(ZipArchiveEntry entry) throws Damaged {
        String name = normal(entry.getName());
        if (("/" + name + "/").contains("/../")) {
            throw new Damaged("has a part whose name leads out of the workbook, as no spreadsheet program writes it");
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new Damaged("is a zip with a password");
        }
        if (parts.put(name, entry) != null) {
            throw new Damaged(TWICE);
        }
    }

    boolean has(String name) {
        return parts.containsKey(normal(name));
    }

    /** The unpacked bytes of a part; null when there is none of that name. */
    @Nullable
    InputStream open(String name) throws IOException {
        ZipArchiveEntry entry = parts.get(normal(name));
        if (entry == null) {
            return null;
        }
        if (!zip.canReadEntryData(entry)) {
            throw new Damaged("is packed in a way that cannot be unpacked");
        }
        return new Measured(zip.getInputStream(entry), entry.getCrc());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Part names are compared without regard to letter case; some programs write a backslash. */
    private static String normal(String name) {
        String slashed = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        return slashed.startsWith("/") ? slashed.substring(1) : slashed;
    }

    /** A file that is not what a spreadsheet program writes; the message continues "The file …". */
    static final class Damaged extends IOException {
        Damaged(String what) {
            super(what);
        }
    }

    /** Takes every byte from the budget, and compares the checksum at the end. */
    private final class Measured extends FilterInputStream {
        private final CRC32 sum = new CRC32();
        private final long expected;

        Measured(InputStream in, long expected) {
            super(in);
            this.expected = expected;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            if (read < 0) {
                if (expected >= 0 && sum.getValue() != expected) {
                    throw new Damaged("was changed or damaged on its way (a checksum is wrong)");
                }
                return read;
            }
            sum.update(bytes, from, read);
            budget -= read;
            if (budget < 0) {
                throw new Damaged("unpacks to far more than a list of this size can hold");
            }
            return read;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        @Override
        public long skip(long count) {
            throw new UnsupportedOperationException("parts are read to the end");
        }
    }
}
