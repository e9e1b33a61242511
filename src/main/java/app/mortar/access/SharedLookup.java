package app.mortar.access;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One look for all who ask the same thing at the same time. Who asks while a look is under way shares the next one,
 * which begins only then: nobody is told what was true before he asked, and however many ask, two looks at a time are
 * enough.
 */
final class SharedLookup<V extends @Nullable Object> {
    private final Function<String, V> look;
    private final Map<String, Turn<V>> last = new HashMap<>();

    /** One look, and who waits for it. */
    private static final class Turn<V extends @Nullable Object> {
        private final CompletableFuture<V> answer = new CompletableFuture<>();
        private final @Nullable Turn<V> before;
        private boolean begun;

        Turn(@Nullable Turn<V> before) {
            this.before = before;
        }
    }

    SharedLookup(Function<String, V> look) {
        this.look = look;
    }

    /** What the look says; what it throws, everybody who shares it gets. */
    V of(String question) {
        Turn<V> turn;
        boolean first;
        synchronized (last) {
            Turn<V> known = last.get(question);
            if (known == null || known.begun) {
                first = true;
                turn = new Turn<>(known);
                last.put(question, turn);
            } else {
                first = false;
                turn = known;
            }
        }
        if (first) {
            take(turn, question);
        }
        try {
            return turn.answer.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException why ? why : failed;
        }
    }

    private void take(Turn<V> turn, String question) {
        Turn<V> before = turn.before;
        if (before != null) {
            before.answer.handle((answer, failure) -> true).join();
        }
        synchronized (last) {
            turn.begun = true;
        }
        try {
            turn.answer.complete(look.apply(question));
        } catch (RuntimeException | Error e) {
            turn.answer.completeExceptionally(e);
        } finally {
            synchronized (last) {
                last.remove(question, turn);
            }
        }
    }
}
