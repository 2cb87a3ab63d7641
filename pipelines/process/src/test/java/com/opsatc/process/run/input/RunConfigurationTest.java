package com.opsatc.process.run.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.contract.run.RunRequestBuilder;
import com.opsatc.process.testing.RealData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run is configured by, a dry run as well, before a file is read. */
final class RunConfigurationTest {
    private static final String CONNECTOR = """
        extends: generic/xes
        id: acme/tickets
        system: acme
        process: tickets
        events:
          - {stream: events, case: case_id, activity: activity, time: at}
        """;

    @TempDir
    private Path own;

    @BeforeEach
    void folders() throws Exception {
        Files.createDirectories(own.resolve("connectors/acme"));
        Files.createDirectories(own.resolve("quality"));
        Files.writeString(own.resolve("connectors/acme/broken.yaml"), "id: acme/broken\n");
    }

    @Test
    void load_aConnectorOfTheUsersOwn_comesWithItsRulesWhateverIsBrokenBesideIt() throws Exception {
        write(CONNECTOR);
        Files.writeString(own.resolve("quality/acme-tickets-events.dqdl"), "Rules = [ RowCount > 1 ]");

        RunConfiguration configuration = RunConfiguration.load(request("acme/tickets"));

        assertThat(configuration.sources().get(0).connector().id()).isEqualTo("acme/tickets");
        assertThat(configuration.rulesOf(configuration.sources().get(0)))
                .containsOnly(java.util.Map.entry("events", "Rules = [ RowCount > 1 ]"));
    }

    @Test
    void load_anExpressionThatMeansNothing_isNamedWithItsLine() throws Exception {
        write(CONNECTOR.replace("time: at", "time: att").replace("case: case_id", "case: activiti"));

        assertThatThrownBy(() -> RunConfiguration.load(request("acme/tickets")))
                .isInstanceOf(PipelineException.class)
                .hasMessage(
                        "Cannot use connector acme/tickets: acme/tickets.yaml, line 6: the expression of event 1, case:"
                                + " there is no column activiti; did you mean activity?; acme/tickets.yaml, line 6: the"
                                + " expression of event 1, time: there is no column att; did you mean at?");
    }

    @Test
    void load_aBrokenFile_stopsTheTenantThatUsesIt() {
        assertThatThrownBy(() -> RunConfiguration.load(request("acme/broken")))
                .isInstanceOf(PipelineException.class)
                .hasMessageStartingWith("Cannot use connector acme/broken: acme/broken.yaml: /: required: ");
    }

    @Test
    void load_calendarsOfTheTenant_arePartOfWhatTheRunMeans() throws Exception {
        write(CONNECTOR);
        String office = """
                tenant: acme
                calendars: {office: {shifts: {mon-fri: ["09:00-17:00"]}}}
                calendar: office
                """;

        RunConfiguration declared = declared(office);
        assertThat(declared.tenant().calendarOf("tickets")).contains("office");
        assertThat(declared.digest())
                .isNotEqualTo(RunConfiguration.load(request("acme/tickets")).digest())
                .isNotEqualTo(declared(office.replace("17:00", "18:00")).digest())
                .isEqualTo(declared(office).digest());
        assertThat(declared("tenant: acme\n").digest())
                .isEqualTo(RunConfiguration.load(request("acme/tickets")).digest());
        assertThatThrownBy(() -> declared(office + "process-calendars: {ticket: office}\n"))
                .hasMessage("Cannot use the configuration of tenant acme: it declares process ticket, and the tenant's"
                        + " processes are [tickets]; correct the name, or remove it");
    }

    private RunConfiguration declared(String yaml) throws Exception {
        Path file = Files.writeString(own.resolve("acme.yaml"), yaml);
        return RunConfiguration.load(RunRequestBuilder.builder(request("acme/tickets"))
                .tenantConfiguration(file.toString())
                .build());
    }

    private void write(String yaml) throws Exception {
        Files.writeString(own.resolve("connectors/acme/tickets.yaml"), yaml);
    }

    private RunRequest request(String connector) {
        return RunRequestBuilder.builder()
                .tenant(new TenantId("acme"))
                .mode(RunRequest.Mode.DRY_RUN)
                .zone("UTC")
                .attemptId("a1")
                .startedAt(Instant.EPOCH)
                .sources(List.of(new RunRequest.Source("source", connector, own.toString(), "UTC", new TreeMap<>())))
                .configuration(RealData.conf().toString())
                .scratch(own.toString())
                .codeVersion("test")
                .cores(1)
                .ownConfiguration(own.toString())
                .build();
    }
}
