package app.mortar.store;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** Small files of names and values in the home folder, readable by their owner only, replaced whole or not at all. */
public final class OwnFile {
    private OwnFile() {}

    /** Makes the home folder if there is none, for its owner alone. */
    static void makeHome(Path home) {
        try {
            Files.createDirectories(home, onlyOwner(home, "rwx------"));
        } catch (FileAlreadyExistsException e) {
            throw new CannotOpen("Mortar's home " + home + " is a file, not a folder; set MORTAR_HOME to a folder.", e);
        } catch (IOException e) {
            throw new CannotOpen("Mortar's home " + home + " cannot be made: " + reason(e), e);
        }
        if (!Files.isWritable(home)) {
            throw new CannotOpen("Mortar may not write in its home " + home + ".");
        }
    }

    /** What the file says; empty when there is none. */
    public static Optional<Map<String, String>> read(Path file) {
        try {
            Properties properties = new Properties();
            properties.load(new StringReader(Files.readString(file)));
            return Optional.of(properties.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(name -> name, name -> properties.getProperty(name, ""))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(Map.of());
        } catch (IOException e) {
            throw new CannotOpen(file + " cannot be read: " + reason(e), e);
        }
    }

    /** Writes the whole file beside its place and then moves it there, so that nobody ever reads half of it. */
    public static void write(Path file, Map<String, String> values) {
        String text = values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> e.getKey() + "=" + e.getValue() + "\n")
                .collect(Collectors.joining());
        try {
            Path beside = Files.createTempFile(
                    file.toAbsolutePath().getParent(),
                    file.getFileName().toString(),
                    ".new",
                    onlyOwner(file, "rw-------"));
            try (FileChannel channel = FileChannel.open(beside, Set.of(StandardOpenOption.WRITE))) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CannotOpen(file + " cannot be written: " + reason(e), e);
        }
    }

    /** Takes away what others may do with a file that somebody else made. */
    static void forOwnerOnly(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String reason(IOException e) {
        String name = e.getClass().getSimpleName().replaceAll("Exception$", "").replaceAll("([a-z])([A-Z])", "$1 $2");
        return e.getMessage() == null ? name : name + " (" + e.getMessage() + ")";
    }

    private static FileAttribute<?>[] onlyOwner(Path place, String permissions) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
