package app.mortar.desktop.shell;

import app.mortar.desktop.work.Work;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What this workstation remembers for one person: how they like their screens, and what they have typed and not posted
 * yet. Files in the home folder, written in the background and whole or not at all, so a crash or a lost database
 * loses nothing that was typed before the last half second.
 */
public final class Memory {
    private static final Logger LOG = LoggerFactory.getLogger(Memory.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final Work work;
    private final Map<String, String> kept = new ConcurrentHashMap<>();
    private final ReentrantLock writing = new ReentrantLock();

    /**
     * The memory of one person.
     *
     * @param folder theirs alone
     */
    public Memory(Path folder, Work work) {
        this.folder = folder;
        this.work = work;
    }

    /**
     * What was kept under that name, read as {@code type}; empty when there is none or it is from a version that wrote
     * it differently. Reads a file the first time: ask in the background.
     */
    public <T> Optional<T> recall(String name, Class<T> type) {
        String json = kept.computeIfAbsent(name, this::read);
        if (json.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(json, type));
        } catch (JacksonException e) {
            LOG.warn(
                    "What was remembered as {} cannot be read by this version and is left out: {}",
                    name,
                    e.getMessage());
            return Optional.empty();
        }
    }

    /** Keeps {@code what}, a record; returns at once. The newest wins. */
    public void keep(String name, Object what) {
        put(name, JSON.writeValueAsString(what));
    }

    /** Forgets it: the draft was posted or thrown away. */
    public void forget(String name) {
        put(name, "");
    }

    private void put(String name, String json) {
        kept.put(name, json);
        work.background().execute(() -> write(name));
    }

    private String read(String name) {
        Path file = file(name);
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            LOG.warn("{} cannot be read", file, e);
            return "";
        }
    }

    private void write(String name) {
        writing.lock();
        try {
            String json = kept.getOrDefault(name, "");
            Path file = file(name);
            if (json.isEmpty()) {
                Files.deleteIfExists(file);
                return;
            }
            Files.createDirectories(folder);
            Path whole = Files.createTempFile(folder, name, ".new");
            Files.writeString(whole, json, StandardCharsets.UTF_8);
            move(whole, file);
        } catch (IOException e) {
            LOG.warn("What was typed cannot be kept in {}", folder, e);
        } finally {
            writing.unlock();
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ".json");
    }
}
