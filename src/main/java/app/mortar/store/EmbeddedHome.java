package app.mortar.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** The files of the embedded database in the home folder, and what they are called. */
record EmbeddedHome(Path folder) {
    private static final String OPTIONS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            // without this a kill loses commits that were acknowledged up to a second ago
            + ";WRITE_DELAY=0"
            + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=3000";
    private static final SecureRandom RANDOM = new SecureRandom();

    EmbeddedHome {
        if (folder.toString().indexOf(';') >= 0) {
            throw new CannotOpen("The path of Mortar's home must not hold a semicolon: " + folder);
        }
    }

    /** Who this installation is, and the login of its database file. Made once, and never again. */
    record Identity(String id, String user, String password) {
        static Identity fresh() {
            return new Identity(UUID.randomUUID().toString(), "mortar", randomText());
        }

        /** Never shows the password. */
        @Override
        public String toString() {
            return id;
        }
    }

    /**
     * Left in the home while somebody has the file open; still there when nobody has, it tells of an unclean stop.
     *
     * @param pid the process
     * @param port where its server for other programs listens; empty while it does not take guests
     * @param key what guests have to know, new at every start
     */
    record Mark(Use use, long pid, OptionalInt port, String key) {
        /** Is that process still there? */
        boolean alive() {
            return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
        }

        String who() {
            return use.words() + " (process " + pid + ")";
        }

        /** Never shows the key. */
        @Override
        public String toString() {
            return who();
        }
    }

    static String randomText() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    Path file() {
        return folder.resolve("mortar.mv.db");
    }

    /** A database in the making, before it gets its name. */
    Path unfinished() {
        return folder.resolve("mortar-new.mv.db");
    }

    Path lock() {
        return folder.resolve("mortar.lock");
    }

    Path identityFile() {
        return folder.resolve("mortar.identity");
    }

    Path markFile() {
        return folder.resolve("mortar.open");
    }

    Link link(Path file, Identity identity, String more) {
        String name = file.toString().replaceAll("\\.mv\\.db$", "");
        return new Link("jdbc:h2:file:" + name + OPTIONS + more, identity.user(), identity.password());
    }

    /** The way in for a program that does not have the file open itself. */
    Link guestLink(Mark mark, Identity identity) {
        return new Link(
                "jdbc:h2:tcp://127.0.0.1:" + mark.port().orElseThrow() + "/" + mark.key() + ";LOCK_TIMEOUT=3000",
                identity.user(),
                identity.password());
    }

    Optional<Identity> identity() {
        return OwnFile.read(identityFile()).map(values -> {
            if (!values.keySet().containsAll(List.of("id", "user", "password"))) {
                throw new CannotOpen(identityFile() + " is damaged; bring it back from a backup together with "
                        + file().getFileName() + ".");
            }
            return new Identity(value(values, "id"), value(values, "user"), value(values, "password"));
        });
    }

    void write(Identity identity) {
        OwnFile.write(
                identityFile(), Map.of("id", identity.id(), "user", identity.user(), "password", identity.password()));
    }

    boolean marked() {
        return Files.exists(markFile());
    }

    Optional<Mark> mark() {
        return OwnFile.read(markFile()).flatMap(values -> {
            try {
                String port = value(values, "port");
                return Optional.of(new Mark(
                        Use.valueOf(value(values, "use")),
                        Long.parseLong(value(values, "pid")),
                        port.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(port)),
                        value(values, "key")));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }

    void write(Mark mark) {
        OwnFile.write(
                markFile(),
                Map.of(
                        "use", mark.use().name(),
                        "pid", Long.toString(mark.pid()),
                        "port",
                                mark.port().isPresent()
                                        ? Integer.toString(mark.port().getAsInt())
                                        : "",
                        "key", mark.key()));
    }

    void removeMark() {
        OwnFile.delete(markFile());
    }

    private static String value(Map<String, String> values, String name) {
        return values.getOrDefault(name, "");
    }
}
