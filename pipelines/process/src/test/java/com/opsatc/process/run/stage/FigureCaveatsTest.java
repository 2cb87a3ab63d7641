package com.opsatc.process.run.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.connector.Connectors;
import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.claim.DefinitionRef;
import com.opsatc.contract.claim.Definitions;
import com.opsatc.contract.claim.Direction;
import com.opsatc.contract.claim.Evidence;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.FindingBuilder;
import com.opsatc.contract.claim.FindingKind;
import com.opsatc.contract.claim.KpiState;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.KpiValueBuilder;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.document.QualityDocument.LogCheck;
import com.opsatc.contract.figure.Window;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.quality.FileQuality;
import com.opsatc.contract.quality.QuarantinedRows;
import com.opsatc.process.kpi.FigureStreams;
import com.opsatc.process.testing.RealData;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said with the figures of an order process: cycle time rests on orders and deliveries, OTIF on lines as well. */
final class FigureCaveatsTest {
    private static final Window WINDOW = new Window(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 29), "UTC");
    private static final Evidence EVIDENCE = new Evidence(
            "e", 40, /* censored= */ null, Sha256.of("e"), List.of(new Citation("sap", Sha256.of("f"), 1)));
    private static final Definitions DEFINITIONS =
            Definitions.load(RealData.conf().resolve("definitions"));
    private static final KpiValue CYCLE = kpi("cycle-time");
    private static final KpiValue OTIF = kpi("otif-line");
    private static final KpiValue UNMEASURED =
            KpiValue.notMeasured("K-p-exception-mttr", "p", DEFINITIONS.require("exception-mttr"), "No exceptions.");

    private static final String ALL = "It rests on stream vbak, where much is.";
    private static final String DAY =
            "It rests on the order of events: of 120 of 4,000 passages from one event to the next"
                    + " within one day, an end has a date and no time, so that which came first is not known.";
    private static final String FOLD =
            "It rests on the order of events: of 1 of 9,000 rows the time is in an hour that the"
                    + " clocks of the zone showed twice, so that what came first within that hour is not known.";

    private final FigureCaveats caveats = new FigureCaveats(
            List.of(ALL),
            List.of(
                    new LogCheck("p", "order-by-tie-break", 7, 4000),
                    new LogCheck("p", "order-within-a-day", 120, 4000),
                    new LogCheck("p", "time-in-overlap", 1, 9000)),
            List.of(file("vbak", 1000, 2), file("vbap", 3000, 10), file("likp", 500, 0), file("spare", 9, 9)),
            new FigureStreams(
                    Connectors.load(RealData.conf()).require("sap/order-to-cash"),
                    Definitions.load(RealData.conf().resolve("definitions"))),
            List.of(CYCLE, OTIF, UNMEASURED));

    @Test
    void with_kpiOfEvents_saysWhatIsNotKnownOfTheirOrderAndCountsTheirQuarantine() {
        KpiValue said = caveats.with(CYCLE);

        assertThat(said.caveats()).containsExactly(ALL, DAY, FOLD);
        assertThat(said.quarantined()).isEqualTo(new QuarantinedRows(2, 1500));
    }

    @Test
    void with_kpiOfDates_doesNotRestOnTheOrderOfEvents() {
        KpiValue said = caveats.with(OTIF);

        assertThat(said.caveats()).containsExactly(ALL);
        assertThat(said.quarantined()).isEqualTo(new QuarantinedRows(12, 4500));
    }

    @Test
    void with_kpiThatIsNotMeasured_isAsItIs() {
        assertThat(caveats.with(UNMEASURED)).isEqualTo(UNMEASURED);
    }

    @Test
    void with_findingAndMembers_eachSaysWhatItsOwnFigureRestsOn() {
        Finding together = finding("F-p-001", FindingKind.KPI_SHIFT, OTIF.id())
                .leading("Two moved.", List.of(finding("F-p-001-2", FindingKind.KPI_SHIFT, CYCLE.id())));

        Finding said = caveats.with(together);

        assertThat(said.caveats())
                .containsExactly(
                        "Its own.",
                        ALL,
                        "It knows nothing of rows in quarantine: 12 of 4,500 rows (0.3 %) of the streams it rests on.");
        assertThat(said.members().get(0).caveats())
                .containsExactly(
                        "Its own.",
                        ALL,
                        DAY,
                        FOLD,
                        "It knows nothing of rows in quarantine: 2 of 1,500 rows (0.1 %) of the streams it rests on.");
    }

    /** An activity may be called as a KPI is. */
    @Test
    void with_findingOfAnEdge_restsOnTheOrderWhateverItsActivitiesAreCalled() {
        assertThat(caveats.with(finding("F-p-001", FindingKind.EDGE_SHIFT, OTIF.id()))
                        .caveats())
                .contains(DAY, FOLD);
    }

    @Test
    void order_nothingUnknown_saysNothing() {
        assertThat(FigureCaveats.order(List.of(
                        new LogCheck("p", "order-within-a-day", 0, 9), new LogCheck("p", "time-in-overlap", 0, 9))))
                .isEmpty();
    }

    private static FileQuality file(String stream, long read, long quarantined) {
        return new FileQuality(
                "erp",
                stream,
                Sha256.of(stream),
                stream + ".csv",
                FileQuality.ADMITTED,
                null,
                1,
                read,
                read - quarantined,
                quarantined,
                0);
    }

    private static KpiValue kpi(String definition) {
        return KpiValueBuilder.builder()
                .id("K-p-" + definition)
                .process("p")
                .definition(DEFINITIONS.require(definition).ref())
                .title(definition)
                .state(KpiState.MEASURED)
                .unit(Unit.COUNT)
                .direction(Direction.NONE)
                .aggregation(Aggregation.COUNT)
                .value(BigDecimal.valueOf(40))
                .n(40)
                .open(0L)
                .window(WINDOW)
                .evidence(EVIDENCE)
                .build();
    }

    private static Finding finding(String id, FindingKind kind, String subject) {
        return FindingBuilder.builder()
                .id(id)
                .kind(kind)
                .process("p")
                .rank(1)
                .definition(new DefinitionRef(kind.definition(), 1))
                .subjects(List.of(subject))
                .statement("{subject.1} rose.")
                .value(BigDecimal.ONE)
                .unit(Unit.COUNT)
                .aggregation(Aggregation.COUNT)
                .window(WINDOW)
                .n(40)
                .testsInFamily(1)
                .caveats(List.of("Its own."))
                .evidence(EVIDENCE)
                .build();
    }
}
