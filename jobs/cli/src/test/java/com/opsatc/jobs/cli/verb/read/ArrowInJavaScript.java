package com.opsatc.jobs.cli.verb.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Arrow files as Arrow's own JavaScript reads them. */
final class ArrowInJavaScript {
    private static final Path MODULES = Path.of(System.getProperty("opsatc.root"), ".ci/node/node_modules");
    private static final String SCRIPT = """
            const {tableFromIPC} = require(process.argv[1]);
            const table = tableFromIPC(require('fs').readFileSync(process.argv[2]));
            console.log(JSON.stringify({
              columns: table.schema.fields.map(field => field.name),
              rows: table.toArray().map(row => row.toArray().map(cell => cell === null ? null : String(cell)))
            }));
            """;

    private ArrowInJavaScript() {}

    /** The file's {@code columns}, and its {@code rows} with every cell as text; skipped where the package is not installed. */
    static JsonNode read(Path file) throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Files.exists(MODULES.resolve("apache-arrow")),
                "npm package not present: apache-arrow; npm install --prefix .ci/node installs it");
        Process node = new ProcessBuilder(
                        "node", "-e", SCRIPT, MODULES.resolve("apache-arrow").toString(), file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor()).as(said).isZero();
        return new ObjectMapper().readTree(said);
    }
}
