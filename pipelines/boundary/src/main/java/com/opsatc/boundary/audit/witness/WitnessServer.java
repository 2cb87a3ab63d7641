package com.opsatc.boundary.audit.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A witness over HTTP, as C2SP tlog-witness has it, with one prefix for both kinds of question. A body of more than 128 KiB is
 * refused unread.
 */
public final class WitnessServer implements AutoCloseable {
    private static final int MOST_BYTES = 1 << 17;
    private static final int THREADS = 4;
    private static final Pattern CHECKPOINT = Pattern.compile("/([0-9a-f]{64})/checkpoint");

    private final LogWitness witness;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, run -> {
        Thread thread = new Thread(run, "witness");
        thread.setDaemon(true);
        return thread;
    });

    private WitnessServer(LogWitness witness, HttpServer server) {
        this.witness = witness;
        this.server = server;
    }

    /**
     * Starts to answer.
     *
     * @param address where to listen
     * @param port 0 for any free one
     */
    public static WitnessServer start(LogWitness witness, InetAddress address, int port) throws IOException {
        WitnessServer started =
                new WitnessServer(witness, HttpServer.create(new InetSocketAddress(address, port), /* backlog= */ 16));
        started.server.createContext("/", started::answer);
        started.server.setExecutor(started.threads);
        started.server.start();
        return started;
    }

    /** What a log is told: the prefix of all questions. */
    public String url() {
        InetSocketAddress address = server.getAddress();
        return "http://" + address.getHostString() + ":" + address.getPort();
    }

    @Override
    public void close() {
        server.stop(/* delay= */ 0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            WitnessAnswer answer = decide(exchange);
            exchange.getResponseHeaders().set("Content-Type", answer.mediaType());
            exchange.sendResponseHeaders(answer.status(), answer.bytes().length);
            exchange.getResponseBody().write(answer.bytes());
        }
    }

    private WitnessAnswer decide(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        Matcher checkpoint = CHECKPOINT.matcher(path);
        try {
            if (path.equals("/add-checkpoint") && method.equals("POST")) {
                return add(exchange);
            }

            return checkpoint.matches() && method.equals("GET")
                    ? witness.latest(checkpoint.group(1))
                    : WitnessAnswer.of(404, "There is add-checkpoint, and <origin hash>/checkpoint\n");
        } catch (UncheckedIOException e) {
            // What could not be kept is not cosigned.
            return WitnessAnswer.of(500, "The witness cannot write its state\n");
        }
    }

    private WitnessAnswer add(HttpExchange exchange) throws IOException {
        try (InputStream body = exchange.getRequestBody()) {
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            return bytes.length > MOST_BYTES ? WitnessAnswer.of(400, "The request is too long\n") : witness.add(bytes);
        }
    }
}
