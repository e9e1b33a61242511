package app.mortar.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The program itself, in a process of its own, with the settings of a busy shop. */
final class Program implements AutoCloseable {
    private final Process server;
    final int port;
    final String key;

    Program(Map<String, String> database) throws IOException {
        Path home = Files.createTempDirectory("mortar-bench");
        this.key = start(home, database, "key", "create", "bench", "--scopes", "reserve,orders,stock:read")
                .inputReader()
                .readLine();
        this.server = start(home, database, "serve", "--port", "0");
        BufferedReader lines = server.inputReader();
        String line = lines.readLine();
        while (line != null && !line.startsWith("listening on ")) {
            line = lines.readLine(); // a profiler may have announced itself
        }
        if (line == null) {
            throw new IOException("The server did not start; see " + home + "/log");
        }
        this.port = Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
    }

    private static Process start(Path home, Map<String, String> database, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        // the tests' own settings for the log stand on the class path; the program logs as it is shipped
        Path nothing = Files.writeString(home.resolve("logback.xml"), "<configuration/>");
        command.add("-Dlogback.configurationFile=" + nothing);
        String more = System.getProperty("mortar.bench.options", "");
        if (!more.isEmpty() && args[0].equals("serve")) {
            command.addAll(List.of(more.split(" ")));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "app.mortar.Main"));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(home.resolve("err").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("MORTAR_"));
        builder.environment().putAll(database);
        builder.environment()
                .putAll(Map.of(
                        "MORTAR_HOME", home.toString(),
                        "MORTAR_HTTP_RATE_LIMIT", "0",
                        "MORTAR_RESERVATION_MAX_OPEN_PER_KEY", "0",
                        "MORTAR_PHARMACY_ZONE", Pharmacies.LAGOS.getId()));
        return builder.start();
    }

    @Override
    public void close() {
        server.destroy();
        server.onExit().join();
    }
}
