package com.opsatc.jobs.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.DefinitionSensitivity;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.KpiValueBuilder;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.KpisDocument;
import com.opsatc.contract.figure.GuardRule;
import com.opsatc.contract.guard.GuardFigure;
import com.opsatc.contract.guard.GuardSign;
import com.opsatc.contract.guard.GuardVerdict;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.jobs.cli.SamplePublication;
import com.opsatc.jobs.cli.output.Style;
import com.opsatc.jobs.cli.output.TextTable;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class KpiTableTest {
    private static final KpisDocument SAMPLE = CanonicalJson.read(
            new SamplePublication(new TenantId("readers")).documents().get(Documents.KPIS.name()), KpisDocument.class);

    @Test
    void of_severalDefinitionsOfAFigure_saysHowFarItMoves() {
        KpiValue kpi = SAMPLE.kpis().get(0);
        KpiValue longer = KpiValueBuilder.builder(kpi)
                .id(kpi.id() + "-at-risk")
                .value(kpi.value().multiply(BigDecimal.valueOf(2)))
                .build();
        KpisDocument document = new KpisDocument(
                SAMPLE.header(),
                List.of(kpi, longer),
                List.of(DefinitionSensitivity.of(
                        kpi.process(),
                        "cycle-time",
                        kpi.unit(),
                        List.of(
                                new DefinitionSensitivity.Variant(longer.id(), longer.value()),
                                new DefinitionSensitivity.Variant(kpi.id(), kpi.value())))),
                List.of());

        List<DocumentView.Titled> tables = KpiTable.of(document);

        assertThat(KpiTable.of(SAMPLE)).hasSize(1);
        assertThat(tables)
                .extracting(DocumentView.Titled::title)
                .containsExactly("KPIs", "How far the definition matters");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TextTable.write(tables.get(1).table(), new PrintStream(bytes, true, StandardCharsets.UTF_8), Style.PLAIN);
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines().map(String::strip))
                .containsExactly(
                        "process        KPI         definitions  figures  lowest  of                          highest  of"
                                + "                                  largest step from  to",
                        "order-to-cash  cycle-time            2        2     2 h  K-order-to-cash-cycle-time      4 h"
                                + "  K-order-to-cash-cycle-time-at-risk");
    }

    @Test
    void of_aGuard_saysItsThresholdAndWhatItGuards() {
        KpiValue kpi = SAMPLE.kpis().get(0);
        KpiValue guard = KpiValueBuilder.builder(kpi)
                .id(kpi.id() + "-bulk")
                .unit(Unit.RATIO)
                .value(new BigDecimal("0.25"))
                .interval(null)
                .build();
        KpisDocument document = new KpisDocument(
                SAMPLE.header(),
                List.of(kpi, guard),
                List.of(),
                List.of(new GuardFigure(
                        kpi.process(),
                        guard.id(),
                        List.of(kpi.id()),
                        GuardVerdict.SIGNAL,
                        List.of(GuardSign.HIGH),
                        new GuardRule(
                                List.of("cycle-time"), new TreeMap<>(), new BigDecimal("0.05"), null, "It is."))));

        DocumentView.Titled guards = KpiTable.of(document).get(1);

        assertThat(guards.title()).isEqualTo("Could a figure look better than the work is?");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TextTable.write(guards.table(), new PrintStream(bytes, true, StandardCharsets.UTF_8), Style.PLAIN);
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines().map(String::strip))
                .containsExactly(
                        "guard                             value  low  high  n  signals above  says    since it is          of",
                        "K-order-to-cash-cycle-time-bulk  25.0 %             3          5.0 %  signal  above its threshold"
                                + "  K-order-to-cash-cycle-time");
    }
}
