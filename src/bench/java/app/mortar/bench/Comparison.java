package app.mortar.bench;

import app.mortar.store.Kind;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Every way and every number of clients on one database, in turn, so that all meet the same machine. */
final class Comparison {
    private static final int PRODUCTS = 10_000;
    private static final long MILLIS = Long.getLong("mortar.bench.millis", 2_000);
    private static final long WARM_UP = Long.getLong("mortar.bench.warm", 40_000);

    private final List<Results.Point> points = new ArrayList<>();

    /** @param rounds how often all of it is measured, round after round */
    List<Results.Point> run(int rounds) throws Exception {
        try (EmbeddedPostgres server = postgres()) {
            DataSource database = server.getPostgresDatabase();
            Pharmacies.fill(database, Kind.POSTGRESQL, PRODUCTS);
            try (Connection connection = database.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(Procedure.CREATE);
            }
            try (Program program = program(server)) {
                Load.Opening http = () -> new OverHttp(program.port, program.key);
                Load.Opening procedure = () -> new Procedure(database, program.key);
                Load.Opening naive = () -> new Naive(database, program.key);
                Load.run("uniform", "http", 64, PRODUCTS, WARM_UP / 2, http);
                Load.run("hot", "http", 64, 1, WARM_UP / 4, http);
                Load.run("uniform", "http", 1, PRODUCTS, WARM_UP / 4, http);
                Load.run("uniform", "procedure", 8, PRODUCTS, 1_000, procedure);
                Load.run("uniform", "naive", 8, PRODUCTS, 1_000, naive);
                analyze(database);
                for (int round = 0; round < rounds; round++) {
                    for (int clients : new int[] {1, 8, 32, 64, 128}) {
                        measure("http", clients, http);
                        if (clients <= 32) {
                            measure("procedure", clients, procedure);
                        }
                        if (clients == 1 || clients == 8) {
                            measure("naive", clients, naive);
                        }
                    }
                }
            }
        }
        return points;
    }

    /** What PostgreSQL does by itself within a minute: until then it plans for the empty tables that it began with. */
    private static void analyze(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("analyze");
        }
    }

    private void measure(String way, int clients, Load.Opening opening) throws Exception {
        points.add(Load.run("uniform", way, clients, PRODUCTS, MILLIS, opening));
        points.add(Load.run("hot", way, clients, 1, MILLIS, opening));
        points.subList(points.size() - 2, points.size()).forEach(point -> System.err.println(point.line()));
    }

    private static Program program(EmbeddedPostgres server) throws Exception {
        return new Program(Map.of(
                "MORTAR_DB_URL", "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres",
                "MORTAR_DB_USER", "postgres",
                "MORTAR_DB_PASSWORD", "postgres"));
    }

    /** Only HTTP, for a while, one second after the other. */
    static void load(int clients, int products, long millis) throws Exception {
        try (EmbeddedPostgres server = postgres()) {
            Pharmacies.fill(server.getPostgresDatabase(), Kind.POSTGRESQL, PRODUCTS);
            try (Program program = program(server)) {
                for (long done = 0; done < millis; done += 1_000) {
                    System.out.println(Load.run(
                                    "load", "http", clients, products, 1_000, () -> new OverHttp(program.port, program.key))
                            .line());
                }
            }
        }
    }

    /** As it comes, with fsync on. */
    static EmbeddedPostgres postgres() throws Exception {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("max_connections", "200")
                .start();
    }
}
