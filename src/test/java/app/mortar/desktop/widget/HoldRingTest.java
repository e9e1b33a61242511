package app.mortar.desktop.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.mortar.desktop.Toolkit;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.shape.Arc;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What the ring draws and says of the time that is left. */
@ResourceLock(Toolkit.LOCK)
class HoldRingTest {
    private static final Duration WHOLE = Duration.ofMinutes(15);
    private static final Set<String> COLOURS = Set.of("warning", "danger", "over");

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    private static double degrees(HoldRing ring) {
        return ring.getChildren().stream()
                .filter(Group.class::isInstance)
                .flatMap(group -> ((Group) group).getChildren().stream())
                .filter(Arc.class::isInstance)
                .mapToDouble(arc -> ((Arc) arc).getLength())
                .sum();
    }

    private static Set<String> colours(HoldRing ring) {
        return ring.getStyleClass().stream().filter(COLOURS::contains).collect(Collectors.toSet());
    }

    private static List<String> words(HoldRing ring) {
        return ring.lookupAll(".label").stream()
                .map(label -> ((Label) label).getText())
                .toList();
    }

    @Test
    void it_drains_with_the_time_and_is_empty_at_the_end() {
        Toolkit.run(() -> {
            HoldRing ring = HoldRing.small();
            ring.show(WHOLE, WHOLE);
            assertThat(degrees(ring)).isCloseTo(360, within(0.01));
            ring.show(Duration.ofMinutes(5), WHOLE);
            assertThat(degrees(ring)).isCloseTo(120, within(0.01));
            ring.show(Duration.ofSeconds(1), WHOLE);
            assertThat(degrees(ring)).isCloseTo(0.4, within(0.01));
            ring.show(Duration.ZERO, WHOLE);
            assertThat(degrees(ring)).isZero();
            ring.show(Duration.ofMinutes(20), WHOLE);
            assertThat(degrees(ring)).as("never more than full").isCloseTo(360, within(0.01));
            ring.show(Duration.ofMinutes(1), Duration.ZERO);
            assertThat(degrees(ring)).as("of nothing").isZero();
        });
    }

    @Test
    void its_colour_follows_the_stage_there_and_back() {
        Toolkit.run(() -> {
            HoldRing ring = HoldRing.small();
            ring.show(Duration.ofMinutes(5), WHOLE);
            assertThat(colours(ring)).isEmpty();
            ring.show(Duration.ofMillis(299_999), WHOLE);
            assertThat(colours(ring)).containsExactly("warning");
            ring.show(Duration.ofSeconds(59), WHOLE);
            assertThat(colours(ring)).containsExactly("danger");
            ring.show(Duration.ZERO, WHOLE);
            assertThat(colours(ring)).containsExactly("over");
            ring.show(WHOLE, WHOLE);
            assertThat(colours(ring)).as("fifteen minutes more").isEmpty();
        });
    }

    @Test
    void what_is_seen_and_what_is_spoken_go_on_with_the_time() {
        Toolkit.run(() -> {
            HoldRing ring = HoldRing.large("left", "over");
            ring.show(Duration.ofSeconds(61), WHOLE);
            assertThat(words(ring)).containsExactlyInAnyOrder("01:01", "left");
            assertThat(ring.getAccessibleText()).isEqualTo("01:01 left");
            ring.show(Duration.ZERO, WHOLE);
            assertThat(words(ring)).containsExactlyInAnyOrder("00:00", "over");
            assertThat(ring.getAccessibleText()).isEqualTo("00:00 over");
        });
    }
}
