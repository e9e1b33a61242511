package app.mortar.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;

/** Clients that ask as fast as they are answered, for a while. */
final class Load {
    /** One client's way to take one unit of a product; opened once, used by one thread. */
    interface Client {
        /** Takes one unit; {@code product} counts from 0. */
        void reserve(int product) throws Exception;

        void close() throws Exception;
    }

    /** Opens a client. */
    interface Opening {
        Client open() throws Exception;
    }

    private Load() {}

    /**
     * Measures.
     *
     * @param products over how many products the clients spread; 1 = all want the same
     * @param millis how long
     */
    static Results.Point run(String load, String way, int clients, int products, long millis, Opening opening)
            throws Exception {
        List<Client> open = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            open.add(opening.open());
        }
        AtomicBoolean stop = new AtomicBoolean();
        List<long[]> latencies = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        long start = System.nanoTime();
        for (Client client : open) {
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    long[] own = ask(client, products, stop);
                    synchronized (latencies) {
                        latencies.add(own);
                    }
                } catch (Exception e) {
                    synchronized (latencies) {
                        failures.add(e);
                    }
                }
            }));
        }
        Thread.sleep(millis);
        stop.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        for (Client client : open) {
            client.close();
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException(failures.size() + " clients failed", failures.getFirst());
        }
        long[] all = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Results.Point(
                load, way, clients, all.length / seconds, all[all.length / 2], all[all.length * 99 / 100]);
    }

    /** @return what each request took, in µs */
    private static long[] ask(Client client, int products, AtomicBoolean stop) throws Exception {
        long[] taken = new long[1024];
        int count = 0;
        while (!stop.get()) {
            long before = System.nanoTime();
            client.reserve(ThreadLocalRandom.current().nextInt(products));
            if (count == taken.length) {
                taken = Arrays.copyOf(taken, count * 2);
            }
            taken[count++] = (System.nanoTime() - before) / 1000;
        }
        return Arrays.copyOf(taken, count);
    }
}
