package app.mortar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A home folder that is thrown away afterwards.
 *
 * @param folder readable by its owner only
 */
record DemoHome(Path folder) {
    private static final Logger LOG = LoggerFactory.getLogger(DemoHome.class);

    static DemoHome make() {
        try {
            return new DemoHome(Files.createTempDirectory("mortar-demo-"));
        } catch (IOException e) {
            throw new UncheckedIOException("No folder for the demonstration could be made", e);
        }
    }

    void delete() {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> inside = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : inside) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            LOG.warn("The demonstration's folder {} could not be deleted", folder, e);
        }
    }
}
