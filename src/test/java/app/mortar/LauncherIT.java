package app.mortar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program, from outside: processes, exit codes, what is printed where. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it is about the launcher of Linux and macOS, links and signals")
class LauncherIT {
    private static final Path MORTAR = Path.of(System.getProperty("mortar.distribution"), "bin", "mortar");

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void aHomeWithASpaceInItsName() {
        environment.put("MORTAR_HOME", folder.resolve("my pharmacy").toString());
    }

    private record Ended(int code, String out, String err) {}

    private Process start(Path err, Path program, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("MORTAR_") || name.contains("JAVA"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Process server() throws IOException {
        return start(folder.resolve("server.err"), MORTAR, "serve", "--port", "0");
    }

    private Ended mortar(String... args) throws IOException {
        return ended(MORTAR, args);
    }

    private Ended ended(Path program, String... args) throws IOException {
        Path err = Files.createTempFile(folder, "err", "");
        Process process = start(err, program, args);
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.onExit().join().exitValue(), out, Files.readString(err));
    }

    @Test
    void the_launcher_works_through_a_link_in_a_poor_locale_and_says_nothing_of_its_own() throws IOException {
        Path link = Files.createSymbolicLink(
                Files.createDirectory(folder.resolve("a b")).resolve("mortar"), MORTAR);
        environment.put("LC_ALL", "C");
        environment.put("JAVA_TOOL_OPTIONS", "-Dnothing=here");
        environment.put("JAVA_HOME", "/nowhere");
        Ended created = ended(link, "key", "create", "Ìlera 'shop' $HOME", "--scopes", "reserve");
        assertThat(created.err()).isEmpty();
        assertThat(created.code()).isZero();
        assertThat(created.out()).matches("mk_[a-z0-9]{8}_[A-Za-z0-9_-]{43}\n");
        Ended listed = mortar("key", "list");
        assertThat(listed.out()).contains("Ìlera 'shop' $HOME");
        assertThat(listed.err()).isEmpty();
    }

    @Test
    void commands_work_while_a_server_runs_and_a_second_server_is_refused() throws IOException {
        Process server = server();
        try (BufferedReader lines = server.inputReader()) {
            assertThat(lines.readLine()).matches("listening on http://127\\.0\\.0\\.1:[0-9]+");
            assertThat(mortar("key", "create", "shop", "--scopes", "admin").code())
                    .isZero();
            Ended second = mortar("serve", "--port", "0");
            assertThat(second.code()).isEqualTo(2);
            assertThat(second.out()).isEmpty();
            assertThat(second.err().lines())
                    .singleElement()
                    .asString()
                    .contains("in use by mortar serve (process " + server.pid() + ")");
            // the signal reaches Java itself, because the launcher has made way for it
            server.toHandle().destroy();
            assertThat(lines.readLine()).isNull();
        }
        assertThat(server.onExit().join().exitValue()).isIn(0, 143);
        assertThat(folder.resolve("my pharmacy").resolve("mortar.open")).doesNotExist();
        assertThat(mortar("key", "list").out()).contains("shop");
    }

    @Test
    void after_a_kill_the_next_start_is_as_good_as_any() throws IOException {
        Process server = server();
        try (BufferedReader lines = server.inputReader()) {
            assertThat(lines.readLine()).startsWith("listening on ");
            assertThat(mortar("key", "create", "shop", "--scopes", "admin").code())
                    .isZero();
        }
        server.destroyForcibly().onExit().join();
        Ended listed = mortar("key", "list");
        assertThat(listed.code()).isZero();
        assertThat(listed.err()).isEmpty();
        assertThat(listed.out()).contains("shop");
    }

    @Test
    void a_port_that_is_taken_a_bad_setting_and_a_damaged_file_are_one_line_and_exit_code_2() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            Ended port = mortar("serve", "--port", Integer.toString(taken.getLocalPort()), "--bind", "0.0.0.0");
            assertThat(port.code()).isEqualTo(2);
            assertThat(port.out()).isEmpty();
            assertThat(port.err().lines()).hasSize(1);
        }
        environment.put("MORTAR_RESERVATION_TTL", "soon");
        Ended setting = mortar("serve", "--port", "0");
        assertThat(setting.code()).isEqualTo(2);
        assertThat(setting.err().lines()).singleElement().asString().contains("reservation.ttl", "soon");
        environment.remove("MORTAR_RESERVATION_TTL");

        Path file = folder.resolve("my pharmacy").resolve("mortar.mv.db");
        Files.write(file, new byte[0]);
        Ended damaged = mortar("serve", "--port", "0");
        assertThat(damaged.code()).isEqualTo(2);
        assertThat(damaged.err().lines()).singleElement().asString().contains("mortar.mv.db");
        assertThat(file).isEmptyFile();
    }
}
