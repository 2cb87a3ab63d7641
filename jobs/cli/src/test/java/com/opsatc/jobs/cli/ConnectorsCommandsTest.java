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
        assertThat(run.err())
                .isEqualTo("Read it, then save it as " + folder.resolve(".opsatc/connectors/draft/orders.yaml") + "\n");
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

    /** One question to the process that knows Spark; the kinds of problems are tested where they are found. */
    @Test
    void ownConnectors_besideTheInstallations_areListedShownAndCheckedWithTheirLine() throws IOException {
        Path own = Files.createDirectories(folder.resolve(".opsatc/connectors/acme"));
        String good = "extends: generic/xes\nid: acme/tickets\nsystem: acme\nprocess: tickets\ntitle: Our tickets\n"
                + "events:\n  - {stream: events, case: case_id, activity: activity,\n     time: att}\n";
        Files.writeString(own.resolve("tickets.yaml"), good);
        Files.writeString(own.resolve("broken.yaml"), "id: acme/broken\nid: acme/broken\n");

        CommandRun list = run("connectors", "list");
        assertThat(list.code()).isZero();
        assertThat(list.out())
                .contains("acme/tickets", "Our tickets", "generic/event-log")
                .doesNotContain("acme/broken");
        assertThat(list.err())
                .isEqualTo("opsatc: Connector acme/broken cannot be used: acme/broken.yaml: not YAML, or a key stands"
                        + " twice, at line 2\n");
        CommandRun shown = run("connectors", "show", "acme/tickets");
        assertThat(shown.code()).isEqualTo(2);
        assertThat(shown.err())
                .isEqualTo("opsatc: Cannot use connector acme/tickets: acme/tickets.yaml, line 8: the expression of"
                        + " event 1, time: there is no column att; did you mean at?\n");

        Path elsewhere = Files.createDirectories(folder.resolve("mine/connectors"));
        assertThat(run("connectors", "list", "--conf", elsewhere.getParent().toString())
                        .out())
                .doesNotContain("acme/tickets");
        assertThat(run("connectors", "list", "--conf", "none").err())
                .isEqualTo("opsatc: Cannot use the configuration folder " + folder.resolve("none")
                        + ": no folder is there; correct --conf or OPSATC_CONF\n");
        assertThat(run(
                                "doctor",
                                "--conf",
                                folder.resolve(".opsatc").toString(),
                                "--home",
                                folder.resolve("h").toString())
                        .out())
                .contains("✗ configuration  tenants of connectors that cannot be used cannot run: acme/broken.yaml");
    }
}
