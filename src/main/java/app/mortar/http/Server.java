package app.mortar.http;

import app.mortar.http.HttpSettings.Tls;
import app.mortar.metrics.Meters;
import app.mortar.store.Idempotency;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Collections;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The embedded server: Jetty, one virtual thread per running request. Started and stopped once. */
public final class Server {
    private static final Logger log = LoggerFactory.getLogger(Server.class);
    private static final int PLATFORM_THREADS = 16;
    private static final int BACKLOG = 1024;

    private final HttpSettings settings;
    private final org.eclipse.jetty.server.Server jetty;
    private final ServerConnector connector;
    private volatile int port;

    /**
     * A server that does not listen yet.
     *
     * @throws CannotListen if the keystore cannot be used
     */
    public Server(
            HttpSettings settings,
            Routes routes,
            Authentication authentication,
            Idempotency idempotency,
            Meters meters) {
        this.settings = settings;
        HttpLimits limits = settings.limits();
        QueuedThreadPool threads = new QueuedThreadPool(PLATFORM_THREADS, 4);
        threads.setName("http");
        threads.setDaemon(true);
        threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("request-"));
        jetty = new org.eclipse.jetty.server.Server(threads);
        jetty.setStopTimeout(limits.stop().toMillis());
        Answered answered = new Answered(meters, routes);
        jetty.setErrorHandler(new Refusals(limits, answered));
        Quotas quotas = new Quotas(settings.rateLimit(), System::nanoTime);
        jetty.setHandler(
                new GracefulHandler(new FrontDoor(routes, authentication, quotas, idempotency, limits, answered)));
        connector =
                new ServerConnector(jetty, 1, Math.max(1, Runtime.getRuntime().availableProcessors() / 2), protocols());
        connector.setHost(settings.bind());
        connector.setPort(settings.port());
        connector.setIdleTimeout(limits.idle().toMillis());
        connector.setAcceptQueueSize(BACKLOG);
        jetty.addConnector(connector);
    }

    private ConnectionFactory[] protocols() {
        HttpLimits limits = settings.limits();
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setHttpCompliance(HttpCompliance.RFC9110);
        // paths are taken apart in Routes, still encoded: there %2F is part of a SKU and // is simply not found
        http.setUriCompliance(UriCompliance.UNSAFE);
        http.setRequestHeaderSize(limits.maxTarget() + limits.maxHeaders() + 1024);
        Tls tls = settings.tls();
        if (tls == null) {
            return new ConnectionFactory[] {new StrictHttp(http)};
        }
        http.addCustomizer(new SecureRequestCustomizer(false));
        return new ConnectionFactory[] {new SslConnectionFactory(certificates(tls), "http/1.1"), new StrictHttp(http)};
    }

    private static SslContextFactory.Server certificates(Tls tls) {
        try (var file = Files.newInputStream(tls.keystore())) {
            char[] password = tls.password().toCharArray();
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(file, password);
            boolean hasKey = false;
            for (String alias : Collections.list(keys.aliases())) {
                hasKey |= keys.getKey(alias, password) != null;
            }
            if (!hasKey) {
                throw new IOException("there is no private key in it");
            }
            SslContextFactory.Server certificates = new SslContextFactory.Server();
            certificates.setKeyStore(keys);
            certificates.setKeyStorePassword(tls.password());
            certificates.setKeyManagerPassword(tls.password());
            return certificates;
        } catch (IOException | GeneralSecurityException e) {
            throw new CannotListen(
                    "The keystore " + tls.keystore() + " cannot be used: " + e.getMessage()
                            + ". It must be a PKCS#12 file with the server's key, and the password must fit.",
                    e);
        }
    }

    /**
     * Starts to listen and to answer.
     *
     * @throws CannotListen if the port is taken or the address is not this machine's
     */
    public void start() {
        try {
            jetty.start();
            port = connector.getLocalPort();
            new SlowHeads(connector, settings.limits().head(), Clock.systemUTC()).start();
        } catch (Exception e) {
            stopQuietly();
            throw new CannotListen(why(e), e);
        }
        log.info("listening on {}", address());
    }

    private String why(Exception e) {
        String where = settings.bind() + ":" + settings.port();
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof BindException bind) {
                return "Cannot listen on " + where + ": " + bind.getMessage() + ".";
            }
        }
        return "Cannot listen on " + where + ": " + e.getMessage() + ".";
    }

    /** The port in use, also when it was asked for as 0. */
    public int port() {
        return port;
    }

    /** Where it can be reached, e.g. {@code http://127.0.0.1:8700}. */
    public String address() {
        String host = settings.bind().contains(":") ? "[" + settings.bind() + "]" : settings.bind();
        return (settings.tls() == null ? "http://" : "https://") + host + ":" + port();
    }

    /** Takes no new request, lets the running ones finish for a while, then stops. Does nothing if it is stopped. */
    public void stop() {
        try {
            jetty.stop();
        } catch (Exception e) {
            log.warn("not every request was finished when the server stopped: {}", String.valueOf(e));
        }
    }

    private void stopQuietly() {
        try {
            jetty.setStopTimeout(0);
            jetty.stop();
        } catch (Exception e) {
            log.debug("after a failed start", e);
        }
    }
}
