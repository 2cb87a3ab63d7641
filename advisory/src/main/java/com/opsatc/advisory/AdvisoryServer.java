package com.opsatc.advisory;

import static java.util.Objects.requireNonNull;

import com.opsatc.instrumentation.PlatformTelemetry;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The advisory service, running: published documents over HTTP, to be read only, each to the holder of its tenant's token.
 *
 * <p>Guarantee: it has no way to write, and no answer repeats anything of a request. So many requests are answered at once,
 * so many wait, and the next are told 503 and when to come again; a client that is slow to ask or to listen is cut off. Limit: it speaks plain HTTP; beyond
 * one machine a proxy that ends TLS belongs before it.
 */
public final class AdvisoryServer implements AutoCloseable {
    private static final int THREADS = 32;
    private static final int IDLE_MS = 10_000;
    private static final int HEADER_BYTES = 8 * 1024;
    private static final int HEADER_SECONDS = 10;
    private static final int ANSWER_SECONDS = 120;

    /** Threads that answer; the others accept and read, so that an overloaded service still says that it is. */
    private static final int AT_ONCE = THREADS - 8;

    private static final int WAITING = 256;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    /** Connections that nobody has accepted yet; the system's own limit applies too. */
    private static final int UNACCEPTED = 4096;

    private final Javalin server;
    private final String host;

    private AdvisoryServer(Javalin server, String host) {
        this.server = server;
        this.host = host;
    }

    /** As {@link #start(AdvisoryConfig, PublishedDocuments, PlatformTelemetry)}, telling nobody. */
    public static AdvisoryServer start(AdvisoryConfig config, PublishedDocuments documents) {
        return start(config, documents, PlatformTelemetry.off());
    }

    /** As {@link #start(AdvisoryConfig, PublishedDocuments, Slices, PlatformTelemetry)}, without slices. */
    public static AdvisoryServer start(
            AdvisoryConfig config, PublishedDocuments documents, PlatformTelemetry telemetry) {
        return start(config, documents, Slices.OFF, telemetry);
    }

    /**
     * Starts the service; it listens when this returns. A port that is taken is an exception.
     *
     * @param telemetry told of every request whose token was accepted; the caller closes it, after the service
     */
    public static AdvisoryServer start(
            AdvisoryConfig config, PublishedDocuments documents, Slices slices, PlatformTelemetry telemetry) {
        requireNonNull(config, "config");
        requireNonNull(slices, "slices");
        requireNonNull(documents, "documents");
        requireNonNull(telemetry, "telemetry");
        ServiceMetrics metrics = new ServiceMetrics();
        RequestTelemetry requests = new RequestTelemetry(telemetry, config.clock());
        AdvisoryHandler handler = new AdvisoryHandler(config, documents, slices, metrics, requests);
        Javalin server = Javalin.create(javalin -> {
            configure(javalin, config, metrics);
            javalin.requestLogger.http((request, ms) -> handler.answered(request));
            handler.register(javalin.routes);
        });
        return new AdvisoryServer(server.start(), config.host());
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** Where its paths begin, e.g. {@code http://127.0.0.1:8080}. */
    public URI address() {
        try {
            return new URI("http", null, host, port(), null, null, null);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("A service listens on a host that is none", e);
        }
    }

    /** Stops listening; requests being answered are cut. */
    @Override
    public void close() {
        server.stop();
    }

    private static void configure(JavalinConfig javalin, AdvisoryConfig config, ServiceMetrics metrics) {
        javalin.startup.showJavalinBanner = false;
        javalin.startup.showOldJavalinVersionWarning = false;
        javalin.startup.startupWatcherEnabled = false;
        javalin.router.ignoreTrailingSlashes = false;
        javalin.http.generateEtags = false;
        // Compression beside secrets leaks them by length (BREACH), and two equal answers must have equal bytes.
        javalin.http.compressionStrategy = CompressionStrategy.NONE;
        javalin.jetty.threadPool = new QueuedThreadPool(THREADS);
        javalin.jetty.modifyServer(jetty -> {
            jetty.setErrorHandler(new ProblemErrors(metrics));
            jetty.setHandler(queue());
        });
        javalin.jetty.addConnector((jetty, http) -> {
            strict(http);
            ServerConnector connector = new ServerConnector(jetty, new HttpConnectionFactory(http));
            connector.setHost(config.host());
            connector.setPort(config.port());
            connector.setIdleTimeout(IDLE_MS);
            connector.setAcceptQueueSize(UNACCEPTED);
            connector.addBean(new SlowClients(connector, HEADER_SECONDS, ANSWER_SECONDS));
            return connector;
        });
    }

    private static QoSHandler queue() {
        QoSHandler queue = new QoSHandler();
        queue.setMaxRequestCount(AT_ONCE);
        queue.setMaxSuspendedRequestCount(WAITING);
        queue.setMaxSuspend(LONGEST_WAIT);

        return queue;
    }

    private static void strict(HttpConfiguration http) {
        http.setSendDateHeader(false);
        http.setRequestHeaderSize(HEADER_BYTES);
    }
}
