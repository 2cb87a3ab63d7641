package com.opsatc.contract.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.claim.Definition;
import com.opsatc.contract.claim.DefinitionBuilder;
import com.opsatc.contract.claim.DefinitionRef;
import com.opsatc.contract.claim.Direction;
import com.opsatc.contract.claim.Evidence;
import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.KpiState;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.KpiValueBuilder;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.figure.Excluded;
import com.opsatc.contract.figure.Interval;
import com.opsatc.contract.figure.SeriesPoint;
import com.opsatc.contract.figure.Window;
import com.opsatc.contract.id.Sha256;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
    private static final Definition OTIF = DefinitionBuilder.builder()
            .id("otif-line")
            .version(1)
            .title("OTIF, line level")
            .formula("lines on time and in full / lines")
            .population("order lines")
            .exclusions(List.of("no-due"))
            .unit(Unit.RATIO)
            .aggregation(Aggregation.SHARE)
            .direction(Direction.HIGHER_IS_BETTER)
            .period("due date")
            .clock("wall")
            .source("SCOR RL.1.1")
            .build();

    private static KpiValue kpi() {
        Citation citation = new Citation("sap", Sha256.of("file"), 12);
        return KpiValueBuilder.builder()
                .id("K-o2c-otif-line")
                .process("o2c")
                .definition(OTIF.ref())
                .title(OTIF.title())
                .state(KpiState.MEASURED)
                .unit(Unit.RATIO)
                .direction(OTIF.direction())
                .aggregation(OTIF.aggregation())
                .value(new BigDecimal("0.500000"))
                .companions(Map.of(FigureName.BEFORE, new BigDecimal("1E+3"), FigureName.AFTER, BigDecimal.ONE))
                .n(2)
                .excluded(List.of(new Excluded("no-due", 1)))
                .open(0L)
                .interval(new Interval(new BigDecimal("0.95"), new BigDecimal("0.1"), new BigDecimal("0.9"), "wilson"))
                .window(new Window(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 3), "UTC"))
                .series(List.of(new SeriesPoint(LocalDate.of(2026, 3, 2), 2, new BigDecimal("0.500000"), true)))
                .evidence(new Evidence(
                        "evidence/K-o2c-otif-line.arrow",
                        2,
                        /* censored= */ null,
                        Sha256.of("rows"),
                        List.of(citation)))
                .build();
    }

    @Test
    void write_kpi_sortsKeysAndWritesPlainNumbers() {
        String json = new String(CanonicalJson.write(kpi()), StandardCharsets.UTF_8);

        assertThat(json)
                .startsWith(
                        "{\"aggregation\":\"share\",\"companions\":{\"after\":1,\"before\":1000},\"definition\":{\"id\":\"otif-line\",\"version\":1}")
                .contains("\"unit\":\"1\",\"value\":0.500000,")
                .contains("\"week\":\"2026-03-02\"")
                .doesNotContain("null");
    }

    @Test
    void read_whatWasWritten_givesTheSameBytes() {
        byte[] json = CanonicalJson.write(kpi());

        assertThat(CanonicalJson.write(CanonicalJson.read(json, KpiValue.class)))
                .isEqualTo(json);
    }

    @Test
    void read_unknownProperty_failsWithPlaceAndWithoutText() {
        byte[] json = "{\"id\":\"x\",\"version\":1,\"secret\":\"s3cr3t\"}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> CanonicalJson.read(json, DefinitionRef.class))
                .hasMessageStartingWith("Cannot read DefinitionRef: not a valid document of this version, at line 1")
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void read_duplicateKey_fails() {
        byte[] json = "{\"id\":\"x\",\"id\":\"y\",\"version\":1}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> CanonicalJson.read(json, DefinitionRef.class)).isInstanceOf(PipelineException.class);
    }

    @Test
    void read_somethingAfterTheDocument_fails() {
        byte[] json = "{\"id\":\"x\",\"version\":1} {\"id\":\"y\"}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> CanonicalJson.read(json, DefinitionRef.class)).isInstanceOf(PipelineException.class);
        assertThatThrownBy(() -> CanonicalJson.tree(json)).isInstanceOf(PipelineException.class);
    }

    @Test
    void kpi_valueWithoutEvidence_cannotBeBuilt() {
        KpiValue kpi = kpi();

        assertThatThrownBy(() -> KpiValueBuilder.builder(kpi).evidence(null).build())
                .hasMessage("Invalid KPI K-o2c-otif-line: a figure needs members, a window and evidence");
    }
}
