package app.mortar.testing;

import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;

/**
 * Seeds for generated tests. Each is printed; {@code -Dmortar.seed=N} runs that one again and nothing else.
 */
public final class Seed {
    private Seed() {}

    /** So many fresh seeds, or the one that was asked for. */
    public static LongStream some(Class<?> test, int howMany) {
        Long wanted = Long.getLong("mortar.seed");
        LongStream seeds = wanted != null
                ? LongStream.of(wanted)
                : LongStream.range(0, howMany)
                        .map(i -> ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE));
        return seeds.peek(seed -> System.out.println(test.getSimpleName() + ": -Dmortar.seed=" + seed));
    }
}
