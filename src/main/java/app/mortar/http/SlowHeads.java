package app.mortar.http;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.internal.HttpConnection;

/**
 * Cuts connections whose request line and headers have not arrived in time. The library's own time-out starts anew with
 * every byte, so a client that sends one byte a second would never meet it.
 */
final class SlowHeads implements Runnable {
    private static final long NOT_BEGUN = 0;

    private final ServerConnector connector;
    private final Duration deadline;
    private final Clock clock;
    private final Duration pause;
    private Set<EndPoint> late = Set.of();

    /** @param clock that of this machine, which the library stamps connections with */
    SlowHeads(ServerConnector connector, Duration deadline, Clock clock) {
        this.connector = connector;
        this.deadline = deadline;
        this.clock = clock;
        this.pause = Duration.ofNanos(Math.clamp(
                deadline.toNanos() / 20, TimeUnit.MILLISECONDS.toNanos(5), TimeUnit.MILLISECONDS.toNanos(500)));
    }

    void start() {
        connector.getScheduler().schedule(this, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void run() {
        if (!connector.isRunning()) {
            return;
        }
        look();
        start();
    }

    /** Cuts those that were late at the look before as well: what one look saw may have been two requests at once. */
    void look() {
        long now = System.nanoTime();
        Set<EndPoint> lateNow = connector.getConnectedEndPoints().stream()
                .filter(endPoint -> isLate(endPoint, now))
                .collect(Collectors.toSet());
        lateNow.stream().filter(late::contains).forEach(EndPoint::close);
        late = lateNow;
    }

    private boolean isLate(EndPoint endPoint, long now) {
        boolean old = clock.millis() - endPoint.getCreatedTimeStamp() >= deadline.toMillis();
        Connection connection = endPoint.getConnection();
        if (connection instanceof SslConnection tls) {
            if (tls.getSSLEngine().getApplicationProtocol() == null) {
                return old; // the handshake is not finished
            }
            connection = tls.getSslEndPoint().getConnection();
        }
        if (!(connection instanceof HttpConnection http)) {
            return false;
        }
        HttpParser parser = http.getParser();
        // first of all: the parser goes on meanwhile, and begins anew from 0 when a request is done
        long begun = parser.getBeginNanoTime();
        if (parser.isStart()) {
            return old && http.getMessagesIn() == 0 && http.getBytesIn() > 0; // nothing but blank lines
        }
        return begun != NOT_BEGUN && parser.inHeaderState() && now - begun >= deadline.toNanos();
    }
}
