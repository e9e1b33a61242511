package app.mortar.http;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Invocable;

/** Takes a request's body off the wire, within a size and a time. */
sealed interface Body {
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Whole(byte[] bytes) implements Body {}

    record TooLarge() implements Body {}

    record TooSlow() implements Body {}

    /** The client went away, or its framing is broken. */
    record Broken(Throwable cause) implements Body {}

    static Body read(Request request, int limit, Duration deadline) {
        if (request.getLength() > limit) {
            return new TooLarge();
        }
        long end = System.nanoTime() + deadline.toNanos();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.max(32, (int) request.getLength()));
        while (true) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                if (!awaited(request, end - System.nanoTime())) {
                    return new TooSlow();
                }
                continue;
            }
            if (Content.Chunk.isFailure(chunk)) {
                return new Broken(chunk.getFailure());
            }
            bytes.writeBytes(BufferUtil.toArray(chunk.getByteBuffer()));
            boolean last = chunk.isLast();
            chunk.release();
            if (bytes.size() > limit) {
                return new TooLarge();
            }
            if (last) {
                return new Whole(bytes.toByteArray());
            }
            if (System.nanoTime() - end > 0) {
                return new TooSlow();
            }
        }
    }

    /** Is there nothing left to read, as far as can be told without waiting? */
    static boolean isAtEnd(Request request) {
        if (request.getLength() == 0) {
            return true;
        }
        if (request.getHeaders().contains(HttpHeader.EXPECT)) {
            return false; // reading would invite the client to send it
        }
        for (int chunks = 0; chunks < 64; chunks++) {
            Content.Chunk chunk = request.read();
            if (chunk == null || Content.Chunk.isFailure(chunk)) {
                return false;
            }
            boolean last = chunk.isLast();
            chunk.release();
            if (last) {
                return true;
            }
        }
        return false;
    }

    /**
     * Reads on and throws away, for a while: whoever is still sending would otherwise see a broken connection and not
     * the answer.
     */
    static void drain(Request request, long mostBytes, Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        long left = mostBytes;
        while (left > 0 && System.nanoTime() - end < 0) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                if (!awaited(request, end - System.nanoTime())) {
                    return;
                }
                continue;
            }
            if (Content.Chunk.isFailure(chunk)) {
                return;
            }
            left -= chunk.remaining();
            boolean last = chunk.isLast();
            chunk.release();
            if (last) {
                return;
            }
        }
    }

    private static boolean awaited(Request request, long nanos) {
        CountDownLatch more = new CountDownLatch(1);
        request.demand(Invocable.from(Invocable.InvocationType.NON_BLOCKING, more::countDown));
        try {
            return more.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
