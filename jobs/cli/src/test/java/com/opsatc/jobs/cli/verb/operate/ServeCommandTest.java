package com.opsatc.jobs.cli.verb.operate;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.document.Documents;
import com.opsatc.contract.id.TenantId;
import com.opsatc.jobs.cli.CommandProcess;
import com.opsatc.jobs.cli.CommandRun;
import com.opsatc.jobs.cli.Publisher;
import com.opsatc.jobs.cli.SamplePublication;
import com.opsatc.jobs.cli.TestHome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestHome.Extension.class)
class ServeCommandTest {
    private static final TenantId TENANT = new TenantId("served");

    private final TestHome home;

    ServeCommandTest(TestHome home) {
        this.home = home;
    }

    private Process process(String... arguments) throws IOException {
        return CommandProcess.builder(home, Path.of(System.getProperty("opsatc.root")), arguments)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String line(Process process) throws IOException {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    @Test
    void serve_withAToken_givesTheContextAndEndsOnInterrupt() throws Exception {
        Map<String, byte[]> documents = new SamplePublication(TENANT).documents();
        Publisher.publish(home, TENANT, documents);
        Process token = process("token", "--tenant", TENANT.value());
        String bearer = line(token);
        assertThat(token.waitFor()).isZero();

        Process serve = process("serve", "--port", "0");
        try {
            String address = line(serve).replaceFirst("^Serving (\\S+) .*$", "$1");
            HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(address + "/v1/tenants/served/context"))
                                    .header("Authorization", "Bearer " + bearer)
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(documents.get(Documents.CONTEXT.name()));
        } finally {
            new ProcessBuilder("kill", "-INT", String.valueOf(serve.pid()))
                    .start()
                    .waitFor();
        }
        assertThat(serve.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(serve.exitValue()).isEqualTo(130);
        assertThat(spooled())
                .contains("/v1/tenants/{tenant}/context", "app.feature.used")
                .doesNotContain(bearer);
    }

    private String spooled() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(home.home().resolve("telemetry/otlp"))) {
            for (Path file : files.filter(file -> file.getFileName().toString().startsWith("opsatc-advisory-"))
                    .sorted()
                    .toList()) {
                assertThat(file.toString()).endsWith(".jsonl");
                text.append(Files.readString(file));
            }
        }

        return text.toString();
    }

    @Test
    void serve_takenPort_saysSo() throws IOException {
        home.open().close();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(home.start().run("serve", "--port", String.valueOf(taken.getLocalPort())))
                    .isEqualTo(
                            new CommandRun(
                                    2,
                                    "",
                                    "opsatc: Cannot serve on port " + taken.getLocalPort()
                                            + ": it cannot be listened on; another program may have it; choose one with --port\n"));
        }
    }

    @Test
    void serve_impossiblePort_isAUsageError() {
        assertThat(home.start().run("serve", "--port", "70000").err())
                .isEqualTo(
                        "opsatc: Invalid value for option '--port': a port is 0 to 65535; see 'opsatc serve --help'\n");
    }

    @Test
    void token_unknownTenant_isRefused() {
        home.open().close();

        assertThat(home.start().run("token", "--tenant", "nobody"))
                .isEqualTo(new CommandRun(
                        2, "", "opsatc: Cannot issue a token: there is no tenant nobody; see opsatc tenant list\n"));
    }
}
