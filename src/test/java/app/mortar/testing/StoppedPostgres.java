package app.mortar.testing;

import app.mortar.store.Kind;
import app.mortar.store.Link;
import app.mortar.store.Schema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;

/** A PostgreSQL of a test's own, with the schema of today, that is really stopped and really started again. */
public final class StoppedPostgres implements AutoCloseable {
    private final Path data;
    private final int port;
    private EmbeddedPostgres server;

    /** Starts it for the first time; its files are kept in {@code data} while it is stopped. */
    public StoppedPostgres(Path data) throws IOException {
        this.data = data;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        server = run();
        new Schema(server.getPostgresDatabase(), Kind.POSTGRESQL).migrate();
    }

    private EmbeddedPostgres run() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("fsync", "off")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
    }

    /** The way to it, the same for all its life. */
    public Link link() {
        return new Link("jdbc:postgresql://localhost:" + port + "/postgres", "postgres", "postgres");
    }

    /** Ends the server and with it every connection; returns when it is gone. */
    public void stop() throws IOException {
        server.close();
    }

    /** Starts it again with what it had; returns when it answers. */
    public void start() throws IOException {
        server = run();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
