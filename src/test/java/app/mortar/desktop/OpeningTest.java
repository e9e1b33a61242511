package app.mortar.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OpeningTest {
    private final Opening opening = new Opening(Duration.ofMinutes(2));
    private final AtomicInteger closed = new AtomicInteger();

    private Ground ground() {
        return (Ground) Proxy.newProxyInstance(
                Ground.class.getClassLoader(), new Class<?>[] {Ground.class}, (proxy, method, values) -> {
                    assertThat(method.getName()).isEqualTo("close");
                    return closed.incrementAndGet() > 0 ? null : proxy;
                });
    }

    @Test
    void what_is_still_being_opened_is_waited_for_and_closed_once() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch open = new CountDownLatch(1);
        CompletableFuture<Ground> opened = CompletableFuture.supplyAsync(() -> opening.of(() -> {
            asked.countDown();
            try {
                open.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return ground();
        }));
        asked.await();
        Thread stop = Thread.ofPlatform().start(opening::letGo);
        await().until(() -> stop.getState() == Thread.State.WAITING || stop.getState() == Thread.State.TIMED_WAITING);
        assertThat(closed).hasValue(0);

        open.countDown();
        opened.get();
        stop.join();
        opening.letGo();
        assertThat(closed).hasValue(1);
    }

    @Test
    void what_could_not_be_opened_is_not_waited_for() {
        assertThatThrownBy(() -> opening.of(() -> {
                    throw new IllegalStateException("away");
                }))
                .hasMessage("away");
        opening.letGo();
        assertThat(closed).hasValue(0);
    }
}
