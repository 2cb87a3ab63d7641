package com.opsatc.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.opsatc.contract.CanonicalJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The service as a process of its own while another process runs one of its tenants. */
@ExtendWith(TestHome.Extension.class)
class RunBesideServeTest {
    private static final Path ROOT = Path.of(System.getProperty("opsatc.root"));
    private static final String TENANT = "beside";

    @TempDir
    private Path folder;

    private final TestHome home;

    RunBesideServeTest(TestHome home) {
        this.home = home;
    }

    @Test
    void run_besideServe_theOldHeadIsAnsweredUntilTheNewOneIs() throws Exception {
        requireRunBuilt();
        Files.writeString(folder.resolve("1.xes"), log("c1", "2026-03-02"));
        command("tenant", "add", TENANT, "--connector", "generic/xes", "--source", folder.toString());
        command("run", "--tenant", TENANT);
        JsonNode old = context();
        Files.writeString(folder.resolve("2.xes"), log("c2", "2026-03-03"));
        Process serve = process("serve", "--port", "0");
        try {
            Service service = new Service(
                    out(serve).readLine(),
                    out(process("token", "--tenant", TENANT)).readLine());
            assertThat(service.context()).isEqualTo(old);

            Process run = CommandProcess.builder(home, ROOT, "run", "--tenant", TENANT)
                    .redirectErrorStream(true)
                    .start();
            List<JsonNode> meanwhile = new ArrayList<>();
            // A line for each stage that is complete; the first come long before the head.
            try (BufferedReader lines = out(run)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    meanwhile.add(service.context());
                }
            }
            assertThat(run.waitFor()).isZero();

            JsonNode next = context();
            assertThat(next.get("header").get("as_of").asText()).isEqualTo("2026-03-03");
            assertThat(service.context()).isEqualTo(next);
            assertThat(meanwhile).startsWith(old, old).containsOnly(old, next);
            // Once the new head is answered, the old one never is again.
            assertThat(meanwhile.subList(0, meanwhile.lastIndexOf(old) + 1)).containsOnly(old);
        } finally {
            serve.destroy();
        }
        assertThat(serve.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    /** What the command shows of the current head. */
    private JsonNode context() {
        return tree(command("context", "--tenant", TENANT, "--output", "json").getBytes(StandardCharsets.UTF_8));
    }

    private String command(String... arguments) {
        CommandRun run = home.start().run(arguments);
        assertThat(run.code()).as(run.err()).isZero();
        return run.out();
    }

    private Process process(String... arguments) throws IOException {
        return CommandProcess.builder(home, ROOT, arguments)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static BufferedReader out(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static JsonNode tree(byte[] json) {
        return CanonicalJson.tree(json);
    }

    /** A case of two events, an hour and a half apart. */
    private static String log(String name, String date) {
        return "<log xmlns=\"http://www.xes-standard.org/\"><trace>" + text("concept:name", name)
                + event("Open", date + "T08:00:00Z") + event("Close", date + "T09:30:00Z") + "</trace></log>";
    }

    private static String event(String activity, String at) {
        return "<event>" + text("concept:name", activity) + "<date key=\"time:timestamp\" value=\"" + at
                + "\"/></event>";
    }

    private static String text(String key, String value) {
        return "<string key=\"" + key + "\" value=\"" + value + "\"/>";
    }

    private static void requireRunBuilt() {
        if (Files.exists(ROOT.resolve("jobs/run/target/classpath"))) {
            return;
        }

        String otherwise = "jobs/run is not built: add it to the build with -pl";
        if ("true".equals(System.getenv("CI"))) {
            fail(otherwise);
        }
        Assumptions.abort(otherwise);
    }

    /** The running service, asked with a token. */
    private static final class Service {
        private final HttpClient client = HttpClient.newHttpClient();
        private final HttpRequest request;

        /** @param serving the first line that the command prints */
        Service(String serving, String bearer) {
            String address = serving.replaceFirst("^Serving (\\S+) .*$", "$1");
            request = HttpRequest.newBuilder(URI.create(address + "/v1/tenants/" + TENANT + "/context"))
                    .header("Authorization", "Bearer " + bearer)
                    .build();
        }

        JsonNode context() throws IOException, InterruptedException {
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return tree(answer.body());
        }
    }
}
