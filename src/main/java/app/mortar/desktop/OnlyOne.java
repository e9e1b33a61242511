package app.mortar.desktop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * One desktop per home folder: the first has the lock; a second leaves a wish, upon which the first comes to the front.
 */
public final class OnlyOne implements AutoCloseable {
    private final FileChannel channel;
    private final Path wish;

    private OnlyOne(FileChannel channel, Path wish) {
        this.channel = channel;
        this.wish = wish;
    }

    /** Takes the place of the only one; empty when another has it, who is then asked to come to the front. */
    public static Optional<OnlyOne> in(Path home) {
        Path wish = home.resolve("desktop.wish");
        try {
            Files.createDirectories(home);
            FileChannel channel =
                    FileChannel.open(home.resolve("desktop.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = locked(channel);
            if (lock == null) {
                channel.close();
                Files.writeString(wish, "come to the front");
                return Optional.empty();
            }
            Files.deleteIfExists(wish);
            return Optional.of(new OnlyOne(channel, wish));
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + home + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static @org.jspecify.annotations.Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException inThisProgram) {
            return null;
        }
    }

    /** Whether a second start has asked for the window since this was last asked. Looks at a file. */
    public boolean wished() {
        try {
            return Files.deleteIfExists(wish);
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
