package com.opsatc.contract.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionsTest {
    private static final Path CONF = Path.of(System.getProperty("opsatc.root"), "conf", "definitions");

    @TempDir
    Path folder;

    @Test
    void load_ofTheShippedDefinitions_givesOneAFileAndTheseAmongThem() throws Exception {
        assertThat(Definitions.load(CONF).all())
                .extracting(definition -> definition.id() + ".yaml")
                .containsExactlyInAnyOrderElementsOf(shipped());
        // A variant more is a file more, and no line here.
        assertThat(Definitions.load(CONF).all())
                .extracting(Definition::id)
                .contains(
                        "bottleneck-recoverable-time",
                        "cycle-time",
                        "cycle-time-business",
                        "decision-compression",
                        "decision-latency",
                        "decision-latency-business",
                        "edge-shift",
                        "exception-mttr",
                        "exception-mttr-backlog",
                        "exception-mttr-business",
                        "exception-mttr-last",
                        "exception-mttr-net",
                        "exception-mttr-net-business",
                        "exception-mttr-total",
                        "exception-reopened",
                        "idle-time",
                        "in-full-line",
                        "in-full-order",
                        "kpi-episode",
                        "kpi-shift",
                        "on-time-line",
                        "on-time-order",
                        "onboarding-velocity",
                        "otif-line",
                        "otif-order",
                        "processing-time",
                        "recommended-effect",
                        "waiting-time");
    }

    private static List<String> shipped() throws IOException {
        try (Stream<Path> files = Files.list(CONF)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void shippedDefinition_explainsEveryReasonCodeItLists() {
        for (Definition definition : Definitions.load(CONF).all()) {
            for (String reason : definition.exclusions()) {
                if (!reason.equals("partial-week") && !definition.id().equals("decision-compression")) {
                    assertThat(definition.population()).as(definition.id()).contains(reason + ":");
                }
            }
        }
    }

    @Test
    void load_ofOneFile_readsEveryField() throws Exception {
        write("otif-line.yaml", valid("otif-line"));

        assertThat(Definitions.load(folder).require("otif-line"))
                .isEqualTo(DefinitionBuilder.builder()
                        .id("otif-line")
                        .version(2)
                        .title("OTIF")
                        .formula("a / b")
                        .population("Lines. no-due: none.")
                        .exclusions(List.of("no-due"))
                        .unit(Unit.RATIO)
                        .aggregation(Aggregation.SHARE)
                        .direction(Direction.HIGHER_IS_BETTER)
                        .period("Due date")
                        .clock("wall")
                        .source("OpsATC")
                        .build());
    }

    @Test
    void load_withSeveralMistakes_reportsAllOfAllFilesAtOnce() throws Exception {
        write("a.yaml", valid("a").replace("formula:", "formulae:").replace("version: 2", "version: 0"));
        write("b.yaml", valid("b") + "id: b\n");
        write("c.yaml", valid("other"));
        write("d.yaml", "- 1\n");
        write("e.yaml", "");
        write("notes.txt", "ignored");

        assertThatThrownBy(() -> Definitions.load(folder))
                .isInstanceOf(PipelineException.class)
                .extracting(error -> ((PipelineException) error).code(), Throwable::getMessage)
                .containsExactly(
                        ErrorCode.CONFIGURATION,
                        "Cannot use the definitions: a.yaml/: additionalProperties: unknown property formulae, did you mean formula?;"
                                + " a.yaml/: required: formula is missing; a.yaml/version: minimum: 1;"
                                + " b.yaml: not YAML, or a key stands twice, at line 14;"
                                + " c.yaml: holds definition other; name the file other.yaml;"
                                + " d.yaml/: type: expected object; e.yaml/: type: expected object");
    }

    @Test
    void load_ofAFolderWithoutDefinitions_fails() {
        assertThatThrownBy(() -> Definitions.load(folder)).hasMessageEndingWith("holds no .yaml file");
        assertThatThrownBy(() -> Definitions.load(folder.resolve("absent")))
                .hasMessageEndingWith("is missing or not readable");
    }

    @Test
    void require_ofAnUnknownId_namesTheNearest() throws Exception {
        write("otif-line.yaml", valid("otif-line"));

        assertThatThrownBy(() -> Definitions.load(folder).require("otif-lines"))
                .hasMessage("No definition otif-lines in conf/definitions; did you mean otif-line?"
                        + "; the definitions are [otif-line]");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static String valid(String id) {
        return """
                id: %s
                version: 2
                title: OTIF
                formula: a / b
                population: "Lines. no-due: none."
                exclusions:
                  - no-due
                unit: "1"
                aggregation: share
                direction: higher-is-better
                period: Due date
                clock: wall
                source: OpsATC
                """.formatted(id);
    }
}
