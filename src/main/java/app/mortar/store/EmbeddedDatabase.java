package app.mortar.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the embedded database of a home folder, together with whoever else does at the same moment. One process owns
 * the file, decided by a lock that ends with the process however that ends; it runs H2's server on 127.0.0.1 for the
 * others, which find the way in an owner-only file.
 */
final class EmbeddedDatabase {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration PAUSE = Duration.ofMillis(25);

    private final EmbeddedHome home;
    private final Use use;
    private final Duration patience;
    private final Consumer<Link> prepare;

    /**
     * Getting ready; nothing is touched yet.
     *
     * @param patience how long to wait for somebody who holds the file
     * @param prepare brings the schema up to date; called on the owner's side before anybody else gets in
     */
    EmbeddedDatabase(Path home, Use use, Duration patience, Consumer<Link> prepare) {
        // read once, when H2 loads: its server must never listen beyond this machine
        System.setProperty("h2.bindAddress", "127.0.0.1");
        this.home = new EmbeddedHome(home);
        this.use = use;
        this.patience = patience;
        this.prepare = prepare;
    }

    OpenedStore open() {
        OwnFile.makeHome(home.folder());
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<Lock> lock = tryLock();
            if (lock.isPresent()) {
                return own(lock.get());
            }
            Optional<EmbeddedHome.Mark> owner = home.mark().filter(EmbeddedHome.Mark::alive);
            if (use.stays()) {
                owner.filter(mark -> mark.use().stays()).ifPresent(mark -> {
                    throw new CannotOpen("The embedded database in " + home.folder() + " is in use by " + mark.who()
                            + "; stop that first, or use MORTAR_HOME for another one.");
                });
            } else {
                OpenedStore guest = owner.map(this::join).orElse(null);
                if (guest != null) {
                    return guest;
                }
            }
            if (System.nanoTime() - deadline > 0) {
                throw new CannotOpen("The embedded database in " + home.folder() + " is in use by "
                        + owner.map(EmbeddedHome.Mark::who).orElse("another process") + ", which does not answer.");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private record Lock(FileChannel channel, FileLock lock) {
        void release() {
            try (channel) {
                lock.release();
            } catch (IOException e) {
                LOG.debug("Releasing the lock of the home folder", e);
            }
        }
    }

    private Optional<Lock> tryLock() {
        try {
            FileChannel channel = FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = null;
            try {
                lock = channel.tryLock();
            } catch (OverlappingFileLockException e) {
                // somebody in this very process has it
            } finally {
                if (lock == null) {
                    channel.close();
                }
            }
            return lock == null ? Optional.empty() : Optional.of(new Lock(channel, lock));
        } catch (IOException e) {
            throw new CannotOpen(
                    "The lock file " + home.lock() + " cannot be used (" + OwnFile.reason(e)
                            + "); Mortar's home must be on a disk of this machine.",
                    e);
        }
    }

    // ---------------------------------------------------------------- the owner

    private OpenedStore own(Lock lock) {
        boolean unclean = home.marked();
        boolean opened = false;
        try {
            EmbeddedHome.Identity identity = identity();
            DatabaseFile file = new DatabaseFile(home, home.file());
            file.mustBeWritable();
            file.check(identity);
            home.write(new EmbeddedHome.Mark(use, ProcessHandle.current().pid(), OptionalInt.empty(), ""));
            opened = true;
            Link link = home.link(home.file(), identity, ";IFEXISTS=TRUE");
            Connection anchor = unclean ? new UncleanStop(link).recover() : link.connect();
            OpenedStore owned = Owned.start(home, use, identity, link, anchor, prepare, lock::release);
            return unclean ? new Recovered(owned) : owned;
        } catch (RuntimeException | SQLException e) {
            if (opened && !unclean) {
                home.removeMark();
            }
            lock.release();
            throw e instanceof RuntimeException known
                    ? known
                    : new CannotOpen("The database file " + home.file() + " cannot be opened: " + e.getMessage(), e);
        }
    }

    /** Who we are; a first start makes the database, under another name until it is complete. */
    private EmbeddedHome.Identity identity() {
        Optional<EmbeddedHome.Identity> known = home.identity();
        boolean there = Files.exists(home.file());
        if (known.isEmpty() && there) {
            throw new CannotOpen("The database file " + home.file() + " is there, but " + home.identityFile()
                    + " that belongs to it is not. Nothing was changed. Bring that back from a backup, or move "
                    + home.file().getFileName() + " away to begin with an empty database.");
        }
        if (known.isPresent() && !there) {
            finishOrRefuse(known.get());
        }
        return known.orElseGet(this::create);
    }

    private void finishOrRefuse(EmbeddedHome.Identity identity) {
        if (!Files.exists(home.unfinished())) {
            throw new CannotOpen(
                    "The database file " + home.file() + " is gone. Bring it back from a backup, or remove "
                            + home.identityFile() + " to begin with an empty database.");
        }
        new DatabaseFile(home, home.unfinished()).check(identity);
        giveName();
    }

    private EmbeddedHome.Identity create() {
        EmbeddedHome.Identity identity = EmbeddedHome.Identity.fresh();
        OwnFile.delete(home.unfinished());
        Link link = home.link(home.unfinished(), identity, "");
        try (Connection connection = link.connect()) {
            prepare.accept(link);
            Installation.write(connection, identity.id());
            execute(connection, "shutdown");
        } catch (SQLException e) {
            throw new CannotOpen("A database cannot be made in " + home.folder() + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            OwnFile.delete(home.unfinished());
            throw e;
        }
        home.write(identity);
        giveName();
        LOG.info("Made a new embedded database in {}", home.folder());
        return identity;
    }

    private void giveName() {
        try {
            OwnFile.forOwnerOnly(home.unfinished());
            Files.move(home.unfinished(), home.file(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new CannotOpen("The database file cannot get its name " + home.file() + ": " + OwnFile.reason(e), e);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The last one who had the file did not close it. */
    private record Recovered(OpenedStore store) implements OpenedStore {
        @Override
        public Link link() {
            return store.link();
        }

        @Override
        public boolean afterUncleanStop() {
            return true;
        }

        @Override
        public void close() {
            store.close();
        }
    }

    // ---------------------------------------------------------------- the guest

    /** A guest keeps one connection from before it looks twice to its end, so that the owner can wait for it. */
    private record Guest(Link link, Connection anchor) implements OpenedStore {
        @Override
        public void close() {
            try {
                anchor.close();
            } catch (SQLException e) {
                LOG.debug("Leaving the owner of the database", e);
            }
        }
    }

    private @Nullable OpenedStore join(EmbeddedHome.Mark mark) {
        if (mark.port().isEmpty()) {
            return null;
        }
        EmbeddedHome.Identity identity = home.identity().orElse(null);
        if (identity == null) {
            return null;
        }
        Link link = home.guestLink(mark, identity);
        try {
            Guest guest = new Guest(link, link.connect());
            // an owner that is about to close takes its invitation back before it counts its guests
            if (home.mark().filter(mark::equals).isPresent()) {
                return guest;
            }
            guest.close();
        } catch (SQLException e) {
            LOG.debug("{} does not let us in yet", mark, e);
        }
        return null;
    }
}
