package app.mortar.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** A line to a server that can be cut and mended, go silent without a word, or be a long one. */
public final class Line implements AutoCloseable {
    private final int to;
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile boolean silent;
    private volatile Duration trip = Duration.ZERO;

    public Line(int to) {
        this.to = to;
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Every connection breaks, and new ones break at once. */
    public void cut() throws IOException {
        cut = true;
        for (Socket socket : open) {
            socket.close();
        }
    }

    /** From now on every answer takes so long to come back. */
    public void far(Duration roundTrip) {
        trip = roundTrip;
    }

    /** Connections stay, and nothing comes through any more. */
    public void silence() {
        silent = true;
    }

    /** As if nothing had been. What was open in a silence stays dead. */
    public void mend() throws IOException {
        if (silent) {
            for (Socket socket : open) {
                socket.close();
            }
        }
        cut = false;
        silent = false;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket here = server.accept();
                if (cut) {
                    here.close();
                    continue;
                }
                open.add(here);
                Socket there = new Socket(InetAddress.getLoopbackAddress(), to);
                open.add(there);
                Thread.ofVirtual().start(() -> carry(here, there, false));
                Thread.ofVirtual().start(() -> carry(there, here, true));
            } catch (IOException e) {
                // the next one may do better
            }
        }
    }

    private void carry(Socket from, Socket into, boolean answers) {
        try (from;
                into) {
            InputStream in = from.getInputStream();
            OutputStream out = into.getOutputStream();
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (answers && !trip.isZero()) {
                    LockSupport.parkNanos(trip.toNanos());
                }
                if (!silent) {
                    out.write(buffer, 0, n);
                    out.flush();
                }
            }
        } catch (IOException e) {
            // cut
        } finally {
            open.remove(from);
            open.remove(into);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
    }
}
