package com.opsatc.jobs.cli.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.advice.Recomputed;
import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.KpiValueBuilder;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.figure.Interval;
import com.opsatc.evidence.EvidenceRow;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SliceFigureTest {
    private static final LocalDate FROM = LocalDate.of(2013, 3, 4);
    private static final LocalDate TO = LocalDate.of(2013, 4, 7);
    private static final String WEEKS = "period in 2013-W10..2013-W14";

    private static SliceFigure slice(SliceSample sample, String where) {
        return slice(sample.kpi(), sample, where);
    }

    private static SliceFigure slice(KpiValue kpi, SliceSample sample, String where) {
        return SliceFigure.of(
                kpi,
                SliceWhere.parse(where),
                SliceNames.NONE,
                new ByteArrayInputStream(sample.document()),
                /* cases= */ null);
    }

    /** The rows of the slice, found anew. */
    private static List<EvidenceRow> counted(SliceSample sample, String system) {
        return sample.rows().stream()
                .filter(row ->
                        !row.censored() && (system == null || row.system().equals(system)))
                .filter(row -> !row.date().isBefore(FROM) && !row.date().isAfter(TO))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void slice_median_isTheMiddleOfItsRows(long seed) {
        SliceSample sample = SliceSample.of(seed, 700 + (int) seed, Aggregation.MEDIAN);
        List<EvidenceRow> rows = counted(sample, null);
        long[] sorted =
                rows.stream().mapToLong(EvidenceRow::contribution).sorted().toArray();
        BigDecimal middle = BigDecimal.valueOf(sorted[(sorted.length - 1) / 2])
                .add(BigDecimal.valueOf(sorted[sorted.length / 2]))
                .divide(BigDecimal.valueOf(2), 0, RoundingMode.HALF_EVEN);

        SliceFigure figure = slice(sample, WEEKS);

        assertThat(figure.value()).isEqualByComparingTo(middle);
        assertThat(figure.n()).isEqualTo(rows.size());
        assertThat(figure.wholeN()).isEqualTo(sample.kpi().n());
        assertThat(figure.whole()).isEqualTo(sample.kpi().value());
        assertThat(figure.window().from())
                .isEqualTo(rows.stream()
                        .map(EvidenceRow::date)
                        .min(LocalDate::compareTo)
                        .orElseThrow());
        assertThat(figure.sample())
                .containsExactlyElementsOf(rows.stream()
                        .limit(5)
                        .map(row -> row.citations().get(0))
                        .toList());
        assertThat(figure.interval().method()).isEqualTo("order-statistic");
        assertThat(figure.interval().low()).isLessThanOrEqualTo(middle);
        assertThat(figure.interval().high()).isGreaterThanOrEqualTo(middle);
        assertThat(figure.recomputed()).isEqualTo(Recomputed.VALUE);
        assertThat(figure.open()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void slice_shares_areHitsOfMembersBySystem(long seed) {
        SliceSample plain = SliceSample.of(seed, 900, Aggregation.SHARE);
        SliceSample weighted = SliceSample.of(seed, 900, Aggregation.WEIGHTED_SHARE);
        List<EvidenceRow> rows = counted(plain, "sap");
        long hits = rows.stream().mapToLong(EvidenceRow::contribution).sum();
        List<EvidenceRow> heavy = counted(weighted, "sap");
        long heavyHits = heavy.stream()
                .mapToLong(row -> row.contribution() * row.weight())
                .sum();
        long weight = heavy.stream().mapToLong(EvidenceRow::weight).sum();

        SliceFigure share = slice(plain, WEEKS + " and system = sap");
        SliceFigure byValue = slice(weighted, "system = \"sap\" and " + WEEKS);

        assertThat(share.value())
                .isEqualByComparingTo(
                        BigDecimal.valueOf(hits).divide(BigDecimal.valueOf(rows.size()), 6, RoundingMode.HALF_EVEN));
        assertThat(share.interval().method()).isEqualTo("wilson");
        assertThat(share.where()).isEqualTo(byValue.where()).isEqualTo(WEEKS + " and system = \"sap\"");
        assertThat(byValue.value())
                .isEqualByComparingTo(
                        BigDecimal.valueOf(heavyHits).divide(BigDecimal.valueOf(weight), 6, RoundingMode.HALF_EVEN));
        assertThat(slice(SliceSample.of(seed, 900, Aggregation.SHARE_OF_WEIGHT), WEEKS + " and system = sap")
                        .value())
                .isEqualByComparingTo(BigDecimal.valueOf(heavy.stream()
                                .mapToLong(EvidenceRow::contribution)
                                .sum())
                        .divide(BigDecimal.valueOf(weight), 6, RoundingMode.HALF_EVEN));
        assertThat(byValue.interval()).isNull();
        assertThat(byValue.noInterval())
                .isEqualTo("Its members belong together, as lines do to orders, and the rows do not tell which.");
    }

    /** Disjoint slices that cover the whole have all of its members, each once. */
    @Test
    void slice_allWeeks_addUpToTheWhole() {
        SliceSample sample = SliceSample.of(7, 3000, Aggregation.SUM);
        BigDecimal sum = BigDecimal.ZERO;
        long n = 0;
        for (int week = 2; week <= 21; week++) {
            SliceFigure figure = slice(sample, String.format(java.util.Locale.ROOT, "period = 2013-W%02d", week));
            sum = sum.add(figure.value());
            n += figure.n();
        }

        assertThat(sum).isEqualByComparingTo(sample.kpi().value());
        assertThat(n).isEqualTo(sample.kpi().n());
        assertThat(slice(sample, "period = 2013").value()).isEqualByComparingTo(sum);
        assertThat(slice(sample, "period = 2013").open()).isEqualTo(sample.kpi().open());
    }

    @Test
    void slice_ofClusteredMembers_hasNoIntervalAndSaysWhy() {
        SliceSample sample = SliceSample.of(1, 700, Aggregation.SHARE);
        KpiValue clustered = KpiValueBuilder.builder(sample.kpi())
                .interval(new Interval(new BigDecimal("0.95"), BigDecimal.ZERO, BigDecimal.ONE, "cluster-bootstrap"))
                .build();

        SliceFigure figure = slice(clustered, sample, WEEKS);

        assertThat(figure.interval()).isNull();
        assertThat(figure.noInterval()).startsWith("Its members belong together");
    }

    @Test
    void slice_smallGroup_isRefusedWithoutItsSize() {
        SliceSample sample = SliceSample.of(1, 100, Aggregation.MEDIAN);

        assertThatThrownBy(() -> slice(sample, "period = 2013-W10"))
                .isInstanceOf(PipelineException.class)
                .hasMessage("Cannot show this slice of " + SliceSample.ID
                        + ": it has fewer than 20 members, and a smaller group is not shown; ask for more")
                .satisfies(e -> assertThat(((PipelineException) e).code()).isEqualTo(ErrorCode.POLICY_REFUSED));
        assertThatThrownBy(() -> slice(sample, "system = none")).hasMessageContaining("fewer than 20 members");
    }

    /** Of 27 counted of 31, those of one system are too few to be told from the difference; those of a time are published. */
    @Test
    void slice_restThatIsASmallGroup_isRefusedUnlessItIsATime() {
        SliceSample sample = SliceSample.of(3, 60, Aggregation.MEDIAN);
        long crm = sample.rows().stream()
                .filter(row -> !row.censored() && row.system().equals("crm"))
                .count();
        assertThat(crm).isBetween(1L, 19L);

        assertThatThrownBy(() -> slice(sample, "system = sap"))
                .hasMessage("Cannot show this slice of " + SliceSample.ID
                        + ": what it leaves over has fewer than 20 members, and would follow from the difference; ask for"
                        + " less, or for all");
        assertThat(slice(sample, "system in (sap, crm)").n())
                .isEqualTo(sample.kpi().n());
        assertThat(slice(sample, "period in 2013-W03..2013-W21").n())
                .isLessThan(sample.kpi().n());
    }

    @Test
    void slice_rowsThatDoNotGiveThePublishedFigure_isRefused() {
        SliceSample sample = SliceSample.of(1, 700, Aggregation.MEDIAN);
        KpiValue other = KpiValueBuilder.builder(sample.kpi())
                .value(sample.kpi().value().add(BigDecimal.ONE))
                .build();

        assertThatThrownBy(() -> slice(other, sample, WEEKS))
                .hasMessage("Cannot slice " + SliceSample.ID
                        + ": its rows do not give the published figure; opsatc verify says what does not hold");
    }

    /** Open members stand at the logical date, so that no part by time has them. */
    @Test
    void slice_figureThatNeedsOpenMembers_isRefused() {
        SliceSample sample = SliceSample.of(1, 700, Aggregation.MEDIAN);
        KpiValue survival = KpiValueBuilder.builder(sample.kpi())
                .aggregation(Aggregation.SURVIVAL_MEDIAN)
                .build();

        assertThatThrownBy(() -> slice(survival, sample, WEEKS))
                .hasMessage("Cannot slice " + SliceSample.ID
                        + ": it is of open members too, which slices leave out; slice the KPI that has them apart");
    }

    @Test
    void slice_attribute_isOfTheMembersThatHaveTheValue() {
        SliceSample sample = SliceSample.of(4, 700, Aggregation.SUM);

        for (String where : List.of("country = north", "country = north and " + WEEKS)) {
            List<EvidenceRow> rows = sample.rows().stream()
                    .filter(row ->
                            !row.censored() && row.attributes().get("country").equals("north"))
                    .filter(row -> !where.contains("W10")
                            || !row.date().isBefore(FROM) && !row.date().isAfter(TO))
                    .toList();

            SliceFigure figure = slice(sample, where);

            assertThat(figure.n()).isEqualTo(rows.size());
            assertThat(figure.value())
                    .isEqualByComparingTo(BigDecimal.valueOf(
                            rows.stream().mapToLong(EvidenceRow::contribution).sum()));
        }
    }

    /** Alone, as what is left over, as one of several values, or as what one condition less would show. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "country = rare",
                "country in (north, south)",
                "country in (rare, north)",
                "country in (rare, north) and period = 2013",
                "system = sap and country in (north, south)",
            })
    void slice_smallGroup_isRefusedHoweverItWouldFollow(String where) {
        SliceSample sample = SliceSample.of(4, 700, Aggregation.SUM);

        assertThatThrownBy(() -> slice(sample, where))
                .isInstanceOf(PipelineException.class)
                .hasMessageContaining("fewer than 20 members")
                .satisfies(e -> assertThat(((PipelineException) e).code()).isEqualTo(ErrorCode.POLICY_REFUSED));
    }

    @Test
    void slice_attributeThatIsNotDeclared_isRefusedWithThoseThatAre() {
        assertThatThrownBy(() -> slice(SliceSample.of(4, 700, Aggregation.SUM), "period = 2013 and colour = red"))
                .isInstanceOf(SliceSyntaxException.class)
                .hasMessage("at character 19: no attribute of this name is declared of what " + SliceSample.ID
                        + " counts; there are country");
    }

    @ParameterizedTest
    @CsvSource({
        "Check before Approve, 8, 0",
        "Approve before Check, 8, 4",
    })
    void slice_activityBeforeAnother_isOfTheCasesInWhichItWasSo(String where, int every, int from) {
        SliceSample sample = SliceSample.of(5, 700, Aggregation.MEDIAN);
        List<EvidenceRow> rows = sample.rows().stream()
                .filter(row -> Integer.parseInt(row.record().substring(5)) % every == from && !row.censored())
                .toList();

        SliceFigure figure = sliceOfCases(sample, where, sample.rows().size());

        assertThat(figure.n()).isEqualTo(rows.size());
        assertThat(figure.sample())
                .containsExactlyElementsOf(rows.stream()
                        .limit(5)
                        .map(row -> row.citations().get(0))
                        .toList());
    }

    @Test
    void slice_casesThatAreNotThoseOfTheProcess_isRefused() {
        SliceSample sample = SliceSample.of(5, 700, Aggregation.MEDIAN);

        assertThatThrownBy(() -> sliceOfCases(sample, "Check before Approve", 701))
                .hasMessage("Cannot slice " + SliceSample.ID
                        + ": the document of its cases has not as many as the process; opsatc verify says what does not"
                        + " hold");
    }

    private static SliceFigure sliceOfCases(SliceSample sample, String where, long cases) {
        return SliceFigure.of(
                sample.kpi(),
                SliceWhere.parse(where),
                new SliceNames(List.of("Close", "Approve", "Check"), List.of(), cases, List.of()),
                new ByteArrayInputStream(sample.document()),
                new ByteArrayInputStream(sample.cases()));
    }
}
