package com.opsatc.advisory;

import com.opsatc.advisory.token.DevelopmentTokens;
import com.opsatc.advisory.token.Forge;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.TenantId;
import com.opsatc.instrumentation.PlatformTelemetry;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** A service over documents in memory, and a client that can also write what no client library would. */
final class RunningService implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-31T10:00:00Z");
    static final String RUN = "9f86d081884c7d65";
    static final LocalDate DAY = LocalDate.of(2026, 3, 31);
    static final TenantId ACME = new TenantId("acme");
    static final TenantId GLOBEX = new TenantId("globex");
    /** Has a document that is not what the manifest says. */
    static final TenantId TAMPERED = new TenantId("tampered");
    /** Is known, and has published nothing. */
    static final TenantId SILENT = new TenantId("silent");

    /** Which tenants' documents were asked for, in order. */
    final List<TenantId> asked = Collections.synchronizedList(new ArrayList<>());

    final DevelopmentTokens tokens = DevelopmentTokens.of(Forge.SEED, InstantSource.fixed(NOW), new Random(1));
    final AdvisoryServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicLong nanos = new AtomicLong();

    RunningService() {
        this(PlatformTelemetry.off());
    }

    RunningService(PlatformTelemetry telemetry) {
        AdvisoryConfig config =
                AdvisoryConfig.local(0, tokens.rules(), InstantSource.fixed(NOW), () -> nanos.addAndGet(1_000_000));
        server = AdvisoryServer.start(config, new Memory(), this::slice, telemetry);
    }

    private final class Memory implements PublishedDocuments {
        @Override
        public Optional<byte[]> document(Asker asker, AskedRun which, String name) {
            boolean current = which.equals(AskedRun.CURRENT) || RUN.equals(which.runId()) || DAY.equals(which.asOf());
            return current ? RunningService.this.document(asker.tenant(), name) : Optional.empty();
        }

        @Override
        public Optional<PublishedRuns> runs(Asker asker) {
            return Optional.of(
                    new PublishedRuns(asker.tenant(), List.of(new PublishedRuns.Published(RUN, DAY, NOW, true))));
        }
    }

    /** Of the sample's KPI the tenth week of 2013, and refusals. */
    private Slices.Sliced slice(Asker asker, AskedRun which, String kpi, String where) {
        asked.add(asker.tenant());
        if (documents(asker.tenant()).isEmpty() || !kpi.equals("K-order-to-cash-cycle-time")) {
            return Slices.Sliced.NONE;
        }
        if (!where.startsWith("period = ")) {
            return Slices.Sliced.UNREADABLE;
        }
        return where.equals("period = 2013-W10")
                ? Slices.Sliced.of(Samples.slice(asker.tenant()))
                : Slices.Sliced.TOO_SMALL;
    }

    private Optional<byte[]> document(TenantId tenant, String name) {
        asked.add(tenant);
        if (tenant.equals(TAMPERED)) {
            throw new PipelineException(ErrorCode.STORE, "Cannot serve " + name + ": its digest is not the manifest's");
        }
        return tenant.equals(SILENT)
                ? Optional.empty()
                : Optional.ofNullable(documents(tenant).get(name));
    }

    private static Map<String, byte[]> documents(TenantId tenant) {
        return tenant.equals(ACME) || tenant.equals(GLOBEX) ? Samples.documents(tenant) : Map.of();
    }

    String token(TenantId tenant) {
        return tokens.issue(tenant, Duration.ofMinutes(15));
    }

    HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        return send("GET", path, headers);
    }

    HttpResponse<byte[]> getAs(TenantId tenant, String path) throws Exception {
        return get(path, "Authorization", "Bearer " + token(tenant));
    }

    HttpResponse<byte[]> send(String method, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address().resolve(path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .timeout(Duration.ofSeconds(20));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** The whole answer, byte for byte, to a request written by hand; the connection closes after it. */
    String raw(String method, String target, String... headerLines) throws IOException {
        StringBuilder request =
                new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        for (String line : headerLines) {
            request.append(line).append("\r\n");
        }

        try (Socket socket = new Socket(AdvisoryConfig.LOOPBACK, server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}
