package com.opsatc.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.ChangeSplit;
import com.opsatc.contract.claim.DefinitionRef;
import com.opsatc.contract.claim.Direction;
import com.opsatc.contract.claim.Evidence;
import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.FindingBuilder;
import com.opsatc.contract.claim.FindingKind;
import com.opsatc.contract.claim.KpiState;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.KpiValueBuilder;
import com.opsatc.contract.claim.SplitSegment;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.figure.ComparedPeriods;
import com.opsatc.contract.figure.PeriodFigure;
import com.opsatc.contract.figure.Window;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FigureCheckTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final List<EvidenceRow> ROWS = List.of(
            TestRows.pair("a", 1, 2, MONDAY, 1),
            TestRows.pair("b", 3, 4, MONDAY, 0),
            TestRows.pair("c", 5, 6, MONDAY.plusDays(7), 1));

    @Test
    void of_publishedFigure_matches() throws IOException {
        TestRows.Document document = TestRows.write(ROWS);

        FigureCheck check = FigureCheck.of(kpi("0.666667", document.evidence()), in(document));

        assertThat(check)
                .isEqualTo(new FigureCheck(
                        "K-p-x", new BigDecimal("0.666667"), new BigDecimal("0.666667"), 3, true, true));
        assertThat(check.matches()).isTrue();
    }

    @Test
    void of_figureOffByOneInTheLastPlace_doesNotMatch() throws IOException {
        TestRows.Document document = TestRows.write(ROWS);

        FigureCheck check = FigureCheck.of(kpi("0.666666", document.evidence()), in(document));

        assertThat(check.rowsMatch()).isTrue();
        assertThat(check.matches()).isFalse();
    }

    @Test
    void of_otherRowsThatGiveTheSameFigure_doesNotMatch() throws IOException {
        Evidence published = TestRows.write(ROWS).evidence();
        TestRows.Document other = TestRows.write(List.of(
                TestRows.pair("a", 1, 2, MONDAY, 1),
                TestRows.pair("b", 3, 4, MONDAY, 1),
                TestRows.pair("c", 5, 6, MONDAY.plusDays(7), 0)));

        FigureCheck check = FigureCheck.of(kpi("0.666667", published), in(other));

        assertThat(check.recomputed()).isEqualByComparingTo(check.published());
        assertThat(check.rowsMatch()).isFalse();
        assertThat(check.matches()).isFalse();
    }

    @Test
    void of_sampleThatIsNotTheFirstRows_doesNotMatch() throws IOException {
        TestRows.Document document = TestRows.write(ROWS);
        Evidence evidence = document.evidence();
        Evidence moved = new Evidence(
                evidence.document(),
                evidence.rows(),
                /* censored= */ null,
                evidence.digest(),
                evidence.sample().subList(1, 3));

        assertThat(FigureCheck.of(kpi("0.666667", moved), in(document)).matches())
                .isFalse();
    }

    @Test
    void of_periods_takesTheRowsOfEachAndRefusesAnotherFigureOrCount() throws IOException {
        TestRows.Document document = TestRows.write(ROWS);

        assertThat(compared(document, "0.500000", 2).matches()).isTrue();
        assertThat(compared(document, "0.500001", 2).matches()).isFalse();
        assertThat(compared(document, "0.500000", 3).matches()).isFalse();
    }

    private static FigureCheck compared(TestRows.Document document, String previous, long n) {
        ComparedPeriods periods = new ComparedPeriods(
                1,
                new PeriodFigure(new Window(MONDAY.plusDays(7), MONDAY.plusDays(13), "UTC"), BigDecimal.ONE, 1, null),
                new PeriodFigure(new Window(MONDAY, MONDAY.plusDays(6), "UTC"), new BigDecimal(previous), n, null));
        return FigureCheck.of(kpi("0.666667", document.evidence()).compared(periods), in(document));
    }

    @Test
    void of_sampleThatCallsARowOtherwise_doesNotMatch() throws IOException {
        TestRows.Document document = TestRows.write(ROWS);
        Evidence evidence = document.evidence();
        Evidence renamed = new Evidence(
                evidence.document(),
                evidence.rows(),
                /* censored= */ null,
                evidence.digest(),
                evidence.sample().stream().map(cited -> cited.called("NO 1")).toList());

        assertThat(FigureCheck.of(kpi("0.666667", renamed), in(document)).rowsMatch())
                .isFalse();
    }

    @Test
    void of_shift_takesTheRowsOfItsWindow() throws IOException {
        TestRows.Document document = TestRows.write(ROWS);
        Finding finding = finding("1.000000", MONDAY.plusDays(7), document.evidence());

        assertThat(FigureCheck.of(finding, in(document)).matches()).isTrue();
        assertThat(FigureCheck.of(finding("1.000000", MONDAY, document.evidence()), in(document))
                        .recomputed())
                .isEqualTo(new BigDecimal("0.666667"));
    }

    /** Twenty of each size in each week: small ones from all to half, large ones from half to none. */
    @Test
    void of_split_takesTheRowsOfEachSegmentAndRefusesAnotherEffect() throws IOException {
        List<EvidenceRow> rows = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            rows.add(sized("a" + i, "small", MONDAY, 1));
            rows.add(sized("b" + i, "large", MONDAY, i % 2));
            rows.add(sized("c" + i, "small", MONDAY.plusDays(7), i % 2));
            rows.add(sized("d" + i, "large", MONDAY.plusDays(7), 0));
        }
        TestRows.Document document = TestRows.write(rows.stream().sorted().toList());
        SplitSegment small = segment("small", "1.000000", "0.500000", "0.000000", "-0.250000");
        SplitSegment large = segment("large", "0.500000", "0.000000", "0.000000", "-0.250000");

        assertThat(divided(document, small, large)).isTrue();
        assertThat(divided(
                        document,
                        segment("small", "1.000000", "0.500000", "0.000001", "-0.250000"),
                        segment("large", "0.500000", "0.000000", "0.000000", "-0.250001")))
                .isFalse();
        assertThat(divided(document, small, segment("other", "0.500000", "0.000000", "0.000000", "-0.250000")))
                .isFalse();
        assertThat(divided(
                        document,
                        segment("small", "1.000000", "0.500000", "-0.100000", "-0.150000"),
                        segment("large", "0.500000", "0.000000", "0.100000", "-0.350000")))
                .isFalse();
    }

    private static boolean divided(TestRows.Document document, SplitSegment... segments) {
        Finding finding = FindingBuilder.builder(finding("0.250000", MONDAY.plusDays(7), document.evidence()))
                .why(List.of(new ChangeSplit(
                        "size",
                        Aggregation.SHARE,
                        new BigDecimal("0.750000"),
                        new BigDecimal("0.250000"),
                        Stream.of(segments).map(SplitSegment::mix).reduce(BigDecimal.ZERO, BigDecimal::add),
                        Stream.of(segments).map(SplitSegment::rate).reduce(BigDecimal.ZERO, BigDecimal::add),
                        /* knownFromStart= */ true,
                        List.of(segments))))
                .build();
        return FigureCheck.of(finding, in(document)).matches();
    }

    private static SplitSegment segment(String size, String before, String after, String mix, String rate) {
        return new SplitSegment(
                SplitSegment.Kind.VALUE,
                size,
                20,
                20,
                new BigDecimal(before),
                new BigDecimal(after),
                new BigDecimal(mix),
                new BigDecimal(rate));
    }

    private static EvidenceRow sized(String record, String size, LocalDate date, long contribution) {
        return EvidenceRowBuilder.builder(TestRows.row(record, 1, contribution))
                .date(date)
                .attributes(new TreeMap<>(Map.of("size", size)))
                .build();
    }

    @Test
    void of_noRowInTheWindow_doesNotMatch() throws IOException {
        TestRows.Document document = TestRows.write(ROWS);

        FigureCheck check = FigureCheck.of(finding("1.000000", MONDAY.plusDays(8), document.evidence()), in(document));

        assertThat(check.recomputed()).isNull();
        assertThat(check.matches()).isFalse();
    }

    @Test
    void of_kpiNotMeasured_isRefused() {
        KpiValue kpi = KpiValueBuilder.builder()
                .id("K-p-x")
                .process("p")
                .definition(new DefinitionRef("x", 1))
                .title("X")
                .state(KpiState.NOT_MEASURED)
                .reason("no data")
                .unit(Unit.RATIO)
                .direction(Direction.NONE)
                .aggregation(Aggregation.SHARE)
                .n(0)
                .open(0L)
                .build();

        assertThatThrownBy(() -> FigureCheck.of(kpi, new ByteArrayInputStream(new byte[0])))
                .hasMessage("Cannot check K-p-x: it is not measured");
    }

    private static KpiValue kpi(String value, Evidence evidence) {
        return KpiValueBuilder.builder()
                .id("K-p-x")
                .process("p")
                .definition(new DefinitionRef("x", 1))
                .title("X")
                .state(KpiState.LOW_N)
                .unit(Unit.RATIO)
                .direction(Direction.NONE)
                .aggregation(Aggregation.SHARE)
                .value(new BigDecimal(value))
                .n(3)
                .open(0L)
                .window(new Window(MONDAY, MONDAY.plusDays(7), "UTC"))
                .evidence(evidence)
                .build();
    }

    /** Cases a with 3 and 1, b with 0, c with 8: beyond the first quartile, 1, they have 2, 0 and 7, and the tenth of three cases is one. */
    @Test
    void of_concentration_followsFromTheRowsOfEachCase() throws IOException {
        TestRows.Document document = TestRows.write(List.of(
                TestRows.pair("a", 1, 2, MONDAY, 3),
                TestRows.pair("a", 3, 4, MONDAY, 1),
                TestRows.pair("b", 5, 6, MONDAY, 0),
                TestRows.pair("c", 7, 8, MONDAY, 8)));
        FindingBuilder bottleneck = FindingBuilder.builder(finding("9", MONDAY, document.evidence()))
                .kind(FindingKind.BOTTLENECK)
                .unit(Unit.MICROSECONDS);
        FindingBuilder against = bottleneck
                .aggregation(Aggregation.SUM_ABOVE_P25)
                .facts(Map.of(
                        FigureName.TARGET_US, BigDecimal.ONE, FigureName.CONCENTRATION, new BigDecimal("0.777778")));

        assertThat(FigureCheck.of(against.build(), in(document)).matches()).isTrue();
        assertThat(FigureCheck.of(
                                against.facts(Map.of(
                                                FigureName.TARGET_US,
                                                BigDecimal.ONE,
                                                FigureName.CONCENTRATION,
                                                new BigDecimal("0.777777")))
                                        .build(),
                                in(document))
                        .matches())
                .isFalse();
        // Against a declared target the rows hold what each exceeds it by: 4, 0 and 8 of 12.
        assertThat(FigureCheck.of(
                                bottleneck
                                        .aggregation(Aggregation.SUM)
                                        .value(BigDecimal.valueOf(12))
                                        .facts(Map.of(
                                                FigureName.TARGET_US,
                                                BigDecimal.ONE,
                                                FigureName.CONCENTRATION,
                                                new BigDecimal("0.666667")))
                                        .build(),
                                in(document))
                        .matches())
                .isTrue();
    }

    private static Finding finding(String value, LocalDate from, Evidence evidence) {
        return FindingBuilder.builder()
                .id("F-p-001")
                .kind(FindingKind.KPI_SHIFT)
                .process("p")
                .rank(1)
                .definition(new DefinitionRef("kpi-shift", 1))
                .statement("Shifted.")
                .value(new BigDecimal(value))
                .unit(Unit.RATIO)
                .aggregation(Aggregation.SHARE)
                .window(new Window(from, MONDAY.plusDays(20), "UTC"))
                .n(1)
                .testsInFamily(1)
                .evidence(evidence)
                .build();
    }

    private static ByteArrayInputStream in(TestRows.Document document) {
        return new ByteArrayInputStream(document.bytes());
    }
}
