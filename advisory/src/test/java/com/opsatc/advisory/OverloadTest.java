package com.opsatc.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.advisory.token.DevelopmentTokens;
import com.opsatc.advisory.token.Forge;
import com.opsatc.contract.id.TenantId;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;

final class OverloadTest {
    private static final TenantId TENANT = new TenantId("acme");
    private static final int TAKEN = 24 + 256;
    private static final int TOO_MANY = 2000 - TAKEN;

    @Test
    void get_moreAtOnceThanAnsweredAndWaiting_isToldToComeAgainAndNobodyIsCutOff() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch refused = new CountDownLatch(TOO_MANY);
        DevelopmentTokens tokens =
                DevelopmentTokens.of(Forge.SEED, InstantSource.fixed(RunningService.NOW), new Random(1));
        AdvisoryConfig config =
                AdvisoryConfig.local(0, tokens.rules(), InstantSource.fixed(RunningService.NOW), System::nanoTime);
        try (AdvisoryServer server = AdvisoryServer.start(config, new Waiting(release))) {
            HttpRequest request = HttpRequest.newBuilder(server.address().resolve("/v1/tenants/acme/context"))
                    .header("Authorization", "Bearer " + tokens.issue(TENANT, Duration.ofMinutes(5)))
                    .build();
            HttpClient client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, TAKEN + TOO_MANY)
                    .mapToObj(i -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                            .whenComplete((answer, failure) -> refused.countDown()))
                    .toList();

            assertThat(refused.await(60, TimeUnit.SECONDS)).isTrue();
            release.countDown();

            List<HttpResponse<String>> all =
                    answers.stream().map(CompletableFuture::join).toList();
            assertThat(all).allMatch(answer -> answer.statusCode() == 200 || answer.statusCode() == 503);
            List<HttpResponse<String>> busy =
                    all.stream().filter(answer -> answer.statusCode() == 503).toList();
            assertThat(busy)
                    .hasSizeGreaterThanOrEqualTo(TOO_MANY)
                    .allMatch(
                            answer -> answer.headers().firstValue("Retry-After").equals(Optional.of("1")))
                    .allMatch(answer -> answer.body().contains("The service is busy"));
            assertThat(all).filteredOn(answer -> answer.statusCode() == 200).isNotEmpty();
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void look_clientThatSendsItsHeaderByteByByte_isCutOffAndOneThatAsksIsNot() throws Exception {
        Server jetty = new Server();
        ServerConnector connector = new ServerConnector(jetty, new HttpConnectionFactory());
        connector.setHost(AdvisoryConfig.LOOPBACK);
        jetty.addConnector(connector);
        jetty.start();
        SlowClients slow = new SlowClients(connector, 2, 2);
        try (Socket dripping = new Socket(AdvisoryConfig.LOOPBACK, connector.getLocalPort());
                Socket asking = new Socket(AdvisoryConfig.LOOPBACK, connector.getLocalPort())) {
            dripping.setSoTimeout(10_000);
            dripping.getOutputStream().write('G');
            while (connector.getConnectedEndPoints().size() < 2) {
                Thread.onSpinWait();
            }

            for (int look = 0; look < 3; look++) {
                ask(asking);
                slow.look();
                if (look < 2) {
                    dripping.getOutputStream().write('E');
                }
            }

            assertThat(dripping.getInputStream().read()).isEqualTo(-1);
            ask(asking);
        } finally {
            jetty.stop();
        }
    }

    private static void ask(Socket socket) throws Exception {
        socket.getOutputStream().write("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        StringBuilder answer = new StringBuilder();
        while (!answer.toString().endsWith("\r\n\r\n")) {
            int next = socket.getInputStream().read();
            assertThat(next).isNotNegative();
            answer.append((char) next);
        }
        assertThat(answer.toString()).startsWith("HTTP/1.1 404");
    }

    private static Optional<byte[]> waiting(CountDownLatch release) {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.of(new byte[] {'{', '}'});
    }

    /** Answers when it is released. */
    private record Waiting(CountDownLatch release) implements PublishedDocuments {
        @Override
        public Optional<byte[]> document(Asker asker, AskedRun asked, String name) {
            return waiting(release);
        }

        @Override
        public Optional<PublishedRuns> runs(Asker asker) {
            return Optional.empty();
        }
    }
}
