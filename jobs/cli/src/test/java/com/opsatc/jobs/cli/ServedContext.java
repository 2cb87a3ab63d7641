package com.opsatc.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.opsatc.contract.json.CanonicalJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A service as a process of its own, asked for a tenant's context with a token; closing ends it. */
final class ServedContext implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final Process service;
    private final HttpRequest request;

    private ServedContext(Process service, HttpRequest request) {
        this.service = service;
        this.request = request;
    }

    static ServedContext start(TestHome home, Path root, String tenant) throws IOException {
        // A process as well: the service holds a token against the true time.
        String token = firstLine(process(home, root, "token", "--tenant", tenant));
        Process service = process(home, root, "serve", "--port", "0");
        try {
            String address = firstLine(service).replaceFirst("^Serving (\\S+) .*$", "$1");
            return new ServedContext(
                    service,
                    HttpRequest.newBuilder(URI.create(address + "/v1/tenants/" + tenant + "/context"))
                            .header("Authorization", "Bearer " + token)
                            .build());
        } catch (IOException | RuntimeException e) {
            service.destroyForcibly();
            throw e;
        }
    }

    private static Process process(TestHome home, Path root, String... arguments) throws IOException {
        return CommandProcess.builder(home, root, arguments)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String firstLine(Process process) throws IOException {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    /** What the service answers now. */
    JsonNode now() throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return CanonicalJson.tree(answer.body());
    }

    @Override
    public void close() throws InterruptedException {
        service.destroy();
        assertThat(service.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
}
