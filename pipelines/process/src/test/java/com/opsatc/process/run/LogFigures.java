package com.opsatc.process.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.LogView;
import com.opsatc.contract.document.ActivityStats;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.Edge;
import com.opsatc.contract.document.ProcessEdges;
import com.opsatc.contract.run.ProgressSink;
import com.opsatc.contract.run.RunOutcome;
import com.opsatc.contract.run.RunOutcome.CrossCheck;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.process.run.Platform.TestTenant;
import com.opsatc.process.testing.PublishedFigures;
import com.opsatc.process.testing.RealData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToLongFunction;

/** Holds what a tenant published of a public event log, through any connector, against the figures that other tools made. */
final class LogFigures {
    private static final BigDecimal US_PER_HOUR = BigDecimal.valueOf(3_600_000_000L);

    private LogFigures() {}

    /** The figures that the data's page gives of a log. */
    static PublishedFigures expected(Path log) {
        try {
            return PublishedFigures.read(RealData.file("README.md"), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asserts the counts, the map, its largest edges, starts and ends, and the cycle times of the tenant's one log. */
    static void assertPublished(TestTenant tenant, PublishedFigures expected) {
        assertMapPublished(tenant, expected);
        assertCycleTimes(tenant, expected);
    }

    /** Asserts that SQL over the run's own tables finds every figure of its documents, and no other. */
    static void assertHeldBySql(TestTenant tenant) {
        RunOutcome checked = tenant.run(RunRequest.Mode.CROSS_CHECK, null, ProgressSink.NONE);

        assertThat(checked.state()).isEqualTo(RunOutcome.State.CHECKED);
        assertThat(checked.crossChecks())
                .extracting(CrossCheck::figures)
                .containsExactly("cases", "edges", "activities", "variants");
        assertThat(checked.crossChecks()).allSatisfy(check -> {
            assertThat(check.broken()).as(check.figures()).isEmpty();
            assertThat(check.holds()).as(check.figures()).isEqualTo(check.of()).isPositive();
        });
    }

    /** All but the cycle times, which are of closed cases only where a connector says what ends one. */
    static void assertMapPublished(TestTenant tenant, PublishedFigures expected) {
        List<ProcessEdges> views = tenant.document(Documents.EDGES).processes();
        assertThat(views.stream()
                        .filter(each -> each.view() != LogView.ACTIVITY_INSTANCE)
                        .reduce((first, second) -> second)
                        .orElseThrow()
                        .variants())
                .isEqualTo(expected.lifecycleVariants());
        assertMap(views.get(0), expected);
    }

    private static void assertMap(ProcessEdges activity, PublishedFigures expected) {
        assertThat(List.of(
                        activity.cases(),
                        activity.events(),
                        (long) activity.activities().size(),
                        activity.variants()))
                .containsExactly(expected.cases(), expected.events(), expected.activities(), expected.variants());
        assertThat(activity.edges()).hasSize(expected.edges());
        assertThat(activity.edges().stream()
                        .limit(expected.largestEdges().size())
                        .map(LogFigures::edge))
                .containsExactlyElementsOf(expected.largestEdges());
        assertThat(counts(activity, ActivityStats::starts)).containsAll(expected.starts());
        assertThat(counts(activity, ActivityStats::ends)).containsAll(expected.ends());
    }

    private static void assertCycleTimes(TestTenant tenant, PublishedFigures expected) {
        KpiValue cycle = tenant.document(Documents.KPIS).kpis().stream()
                .filter(kpi -> kpi.definition().id().equals("cycle-time"))
                .findFirst()
                .orElseThrow();
        assertThat(cycle.aggregation()).isEqualTo(Aggregation.MEDIAN);
        assertThat(hours(cycle.value())).isEqualByComparingTo(expected.medianHours());
        assertThat(hours(cycle.companions().get(FigureName.MEAN))).isEqualByComparingTo(expected.meanHours());
        assertThat(hours(cycle.companions().get(FigureName.P90))).isEqualByComparingTo(expected.p90Hours());
    }

    private static BigDecimal hours(BigDecimal us) {
        return us.divide(US_PER_HOUR, 6, RoundingMode.HALF_EVEN);
    }

    private static String edge(Edge edge) {
        BigDecimal mean = new BigDecimal(edge.sumUs())
                .divide(US_PER_HOUR.multiply(BigDecimal.valueOf(edge.n())), 4, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return edge.from() + " -> " + edge.to() + ": " + edge.n() + " " + mean.toPlainString();
    }

    private static List<String> counts(ProcessEdges edges, ToLongFunction<ActivityStats> count) {
        return edges.activities().stream()
                .map(activity -> activity.activity() + " " + count.applyAsLong(activity))
                .toList();
    }
}
