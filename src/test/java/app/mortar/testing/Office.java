package app.mortar.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** LibreOffice without a window, with nothing remembered: opens workbooks and saves them again. */
public final class Office {
    private static final Duration CAP = Duration.ofMinutes(5);

    /** Every formula is calculated anew when a workbook is opened, whoever wrote it. */
    private static final String CALCULATES = """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry">
            <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
            <value>0</value></prop></item>
            </oor:items>
            """;

    private final Path folder;

    /** @param folder for what it writes, thrown away by the caller */
    public Office(Path folder) {
        this.folder = folder;
    }

    /** The same workbooks as LibreOffice saves them, e.g. as {@code xlsx} or {@code pdf}, in the same order. */
    public List<Path> saved(String as, List<Path> workbooks) {
        try {
            Path profile = folder.resolve("profile");
            Files.createDirectories(profile.resolve("user"));
            Files.writeString(profile.resolve("user").resolve("registrymodifications.xcu"), CALCULATES);
            Path out = Files.createTempDirectory(folder, as);
            List<String> command = new ArrayList<>(List.of(
                    "soffice",
                    "--headless",
                    "--norestore",
                    "-env:UserInstallation=" + profile.toUri(),
                    "--convert-to",
                    as,
                    "--outdir",
                    out.toString()));
            workbooks.forEach(workbook -> command.add(workbook.toString()));
            Path said = folder.resolve("office.log");
            Process office = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            if (!office.waitFor(CAP.toSeconds(), TimeUnit.SECONDS)) {
                office.descendants().forEach(ProcessHandle::destroyForcibly);
                office.destroyForcibly();
                throw new AssertionError("LibreOffice did not come to an end with " + workbooks);
            }
            if (office.exitValue() != 0) {
                throw new AssertionError("LibreOffice said: " + Files.readString(said));
            }
            return workbooks.stream()
                    .map(workbook ->
                            out.resolve(String.valueOf(workbook.getFileName()).replaceFirst("\\.[^.]+$", "." + as)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
