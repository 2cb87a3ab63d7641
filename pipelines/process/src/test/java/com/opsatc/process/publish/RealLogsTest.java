package com.opsatc.process.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.ActivityStats;
import com.opsatc.contract.Aggregation;
import com.opsatc.contract.Documents;
import com.opsatc.contract.Edge;
import com.opsatc.contract.EdgesDocument;
import com.opsatc.contract.KpiValue;
import com.opsatc.contract.KpisDocument;
import com.opsatc.contract.ProcessEdges;
import com.opsatc.contract.run.RunOutcome;
import com.opsatc.process.publish.Platform.TestTenant;
import com.opsatc.process.testing.PublishedFigures;
import com.opsatc.process.testing.RealData;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every public event log, run from file to published documents, against figures that other tools computed. */
class RealLogsTest {
    private static final BigDecimal US_PER_HOUR = BigDecimal.valueOf(3_600_000_000L);

    static Stream<String> logs() {
        return Stream.of(
                "bpic2020/BPI_2020_DomesticDeclarations",
                "bpic2020/BPI_2020_RequestForPayment",
                "bpic2013/BPIC13_incidents",
                "bpic2013/BPIC13_open_problems",
                "bpic2013/BPIC13_closed_problems",
                "bpic2012/bpic2012",
                "sepsis/SEPSIS_henrik",
                "receipt/08_receipt");
    }

    @ParameterizedTest
    @MethodSource("logs")
    void run_realLog_givesThePublishedFigures(String log) throws IOException {
        Path file = RealData.file(log + ".xes.gz");
        PublishedFigures expected = PublishedFigures.read(RealData.file("README.md"), file);
        TestTenant tenant = Platform.tenant("log-" + expected.tenantName(), "UTC")
                .with("log", "generic/xes", file, "UTC", Map.of());

        RunOutcome outcome = tenant.run();

        assertThat(outcome.state()).isEqualTo(RunOutcome.State.PUBLISHED);
        assertThat(List.of(outcome.read(), outcome.admitted(), outcome.quarantined(), outcome.duplicate()))
                .containsExactly(expected.events(), expected.events(), 0L, 0L);
        List<ProcessEdges> views =
                tenant.document(Documents.EDGES, EdgesDocument.class).processes();
        ProcessEdges activity = views.get(0);
        assertThat(List.of(
                        activity.cases(),
                        activity.events(),
                        (long) activity.activities().size(),
                        activity.variants()))
                .containsExactly(expected.cases(), expected.events(), expected.activities(), expected.variants());
        assertThat(activity.edges()).hasSize(expected.edges());
        assertThat(views.get(views.size() - 1).variants()).isEqualTo(expected.lifecycleVariants());
        assertThat(activity.edges().stream()
                        .limit(expected.largestEdges().size())
                        .map(RealLogsTest::edge))
                .containsExactlyElementsOf(expected.largestEdges());
        assertThat(counts(activity, ActivityStats::starts)).containsAll(expected.starts());
        assertThat(counts(activity, ActivityStats::ends)).containsAll(expected.ends());
        KpiValue cycle = tenant.document(Documents.KPIS, KpisDocument.class).kpis().stream()
                .filter(kpi -> kpi.definition().id().equals("cycle-time"))
                .findFirst()
                .orElseThrow();
        assertThat(cycle.aggregation()).isEqualTo(Aggregation.MEDIAN);
        assertThat(hours(cycle.value())).isEqualByComparingTo(expected.medianHours());
        assertThat(hours(cycle.companions().get("mean"))).isEqualByComparingTo(expected.meanHours());
        assertThat(hours(cycle.companions().get("p90"))).isEqualByComparingTo(expected.p90Hours());
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
