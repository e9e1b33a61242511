package app.mortar.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a database file before H2 may write to it. H2 itself opens a file that was cut as an older state of the
 * books, or as an empty database, without a word (measured: a clean file cut to half opened with 42 000 of its 50 000
 * movements), and everything written from then on would bury what was there. So the file is opened read-only first.
 */
final class DatabaseFile {
    private static final int BLOCK = 4096;
    private static final Pattern VERSION = Pattern.compile("(?:^|,)version:([0-9a-f]{1,15})(?:,|$)");

    private final EmbeddedHome home;
    private final Path file;

    DatabaseFile(EmbeddedHome home, Path file) {
        this.home = home;
        this.file = file;
    }

    /**
     * Answers quietly when the file is this installation's database and whole as far as can be seen.
     *
     * @throws CannotOpen saying what is wrong and what to do; the file is byte for byte as it was
     */
    void check(EmbeddedHome.Identity identity) {
        long written = versionInHeader();
        if (written < 0) {
            throw refused("is damaged or not a database");
        }
        try (MVStore store =
                new MVStore.Builder().fileName(file.toString()).readOnly().open()) {
            long found = store.getCurrentVersion();
            if (found < written || found == 0) {
                throw refused("was cut: its newest part is missing");
            }
        } catch (MVStoreException e) {
            throw refused("is damaged or in use by another program (" + firstLine(e) + ")", e);
        }
        checkIdentity(identity);
    }

    private void checkIdentity(EmbeddedHome.Identity identity) {
        Link link = home.link(file, identity, ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r");
        try (Connection connection = link.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id from installation")) {
            if (!rows.next() || !identity.id().equals(rows.getString(1))) {
                throw refused("belongs to another installation than "
                        + home.identityFile().getFileName() + " says");
            }
        } catch (SQLException e) {
            throw refused(
                    switch (String.valueOf(e.getSQLState())) {
                        case "28000" -> "is not the database of this installation (its login is another one)";
                        case "42S02", "42S03", "42S04" -> "is not a Mortar database, or was cut";
                        default -> "is damaged (" + firstLine(e) + ")";
                    },
                    e);
        }
    }

    /** The newest version that a header speaks of, 0 when it speaks of none, -1 when there is no header at all. */
    private long versionInHeader() {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return Math.max(version(channel, 0), version(channel, BLOCK));
        } catch (IOException e) {
            throw new CannotOpen(file + " cannot be read: " + OwnFile.reason(e), e);
        }
    }

    private static long version(FileChannel channel, long position) throws IOException {
        byte[] bytes = new byte[300];
        int length = channel.read(ByteBuffer.wrap(bytes), position);
        String text = new String(bytes, 0, Math.max(0, length), StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\n');
        if (!text.startsWith("H:") || end < 0) {
            return -1;
        }
        Matcher version = VERSION.matcher(text.substring(0, end));
        return version.find() ? Long.parseLong(version.group(1), 16) : 0;
    }

    private CannotOpen refused(String why) {
        return refused(why, null);
    }

    private CannotOpen refused(String why, @Nullable Throwable cause) {
        return new CannotOpen(
                "The database file " + file + " " + why + ". Nothing was changed. Bring back " + file.getFileName()
                        + " and " + home.identityFile().getFileName()
                        + " from a backup, or move both away to begin with"
                        + " an empty database.",
                cause);
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /** May this process write to the file? */
    void mustBeWritable() {
        if (!Files.isWritable(file)) {
            throw new CannotOpen("The database file " + file + " is read-only for this user.");
        }
    }
}
