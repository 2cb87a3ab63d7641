package com.opsatc.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.connector.Connectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorsCommandsTest {
    @TempDir
    private Path folder;

    private CommandRun run(String... arguments) {
        return CommandRun.in(folder).run(arguments);
    }

    @Test
    void list_namesEveryConnector() {
        assertThat(run("connectors", "list").out()).contains("generic/event-log", "usaid/scms-deliveries");
        assertThat(run("connectors", "list", "--output", "json").out())
                .hasLineCount(1)
                .startsWith("[{\"connector\":");
    }

    @Test
    void show_isTheConnectorsPage() throws IOException {
        Path page = Path.of(System.getProperty("opsatc.root"), "conf/connectors/generic/event-log.md");

        assertThat(run("connectors", "show", "generic/event-log"))
                .isEqualTo(new CommandRun(0, Files.readString(page), ""));
        assertThat(run("connectors", "show", "generic/event-log", "--output", "json")
                        .out())
                .hasLineCount(1);
    }

    @Test
    void show_mistypedId_namesTheNearest() {
        assertThat(run("connectors", "show", "generic/event-lgo").err())
                .startsWith("opsatc: No connector generic/event-lgo; did you mean generic/event-log?");
    }

    @Test
    void infer_log_draftsAConnectorThatIsValid() throws IOException {
        Path log = Files.writeString(folder.resolve("orders.csv"), """
                case id,activity,timestamp,resource
                o1,Create,2026-03-02 10:00:00,Ada
                o1,Ship,2026-03-03 10:00:00,Ben
                o2,Create,2026-03-02 11:00:00,Ada
                o2,Ship,2026-03-04 10:00:00,Ben
                """);

        CommandRun run = run("connectors", "infer", log.getFileName().toString());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).isEqualTo("Read it, then save it as conf/connectors/draft/orders.yaml\n");
        assertThat(run.out()).contains("case id", "activity", "timestamp").doesNotContain("resource", "Ada");
        assertThat(Connectors.parse(run.out()).id()).isEqualTo("draft/orders");
    }

    @Test
    void infer_orderOfDatesGiven_isInTheDraft() throws IOException {
        Files.writeString(folder.resolve("us.csv"), """
                case id,activity,timestamp
                o1,Create,03/02/2026 10:00
                o1,Ship,03/05/2026 10:00
                """);

        assertThat(run("connectors", "infer", "us.csv").out())
                .contains("--set dates=dmy or --set dates=mdy", "${dates}");
        assertThat(run("connectors", "infer", "us.csv", "--set", "dates=mdy").out())
                .contains("M/d/yyyy H:mm[:ss]")
                .doesNotContain("${dates}");
        assertThat(run("connectors", "infer", "us.csv", "--set", "dates=us").code())
                .isEqualTo(2);
    }

    @Test
    void infer_missingFile_isRefused() {
        assertThat(run("connectors", "infer", "none.csv").code()).isEqualTo(2);
    }
}
