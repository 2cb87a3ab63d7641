package com.opsatc.process.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.Bottleneck;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.FindingKind;
import com.opsatc.evidence.FigureCheck;
import com.opsatc.process.bottleneck.Bottlenecks;
import com.opsatc.process.bottleneck.DeclaredWaits;
import com.opsatc.process.bottleneck.MinedProcess;
import com.opsatc.process.eventlog.Weeks;
import com.opsatc.process.kpi.Kpis;
import com.opsatc.process.kpi.MemorySink;
import com.opsatc.process.kpi.Processes;
import com.opsatc.process.kpi.PublicLogs;
import com.opsatc.process.kpi.measure.ProcessInput;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On published logs the walk over cases and the join over rows come to the same figures. */
class RealFindingsTest {
    private static final ZoneId UTC = ZoneId.of("UTC");

    @ParameterizedTest
    @CsvSource({
        "bpic2013/BPIC13_incidents.xes.gz, 2012-05-22, 2012-05-06",
        "bpic2020/BPI_2020_DomesticDeclarations.xes.gz, 2019-06-17, 2018-12-23"
    })
    void of_publishedLog_everyFindingFollowsFromItsRowsAndNoShiftRestsOnStragglers(
            String name, LocalDate asOf, LocalDate lastUsual) throws IOException {
        List<Row> rows = PublicLogs.xes(name);
        List<String> activities =
                rows.stream().map(row -> row.getString(3)).distinct().sorted().toList();
        Weeks weeks = MinedLogs.weeks(rows, UTC);
        MinedProcess mined = MinedLogs.mine(rows, activities, weeks);
        List<Bottleneck> ranked = Bottlenecks.rank(mined);
        ProcessInput in = Processes.input(
                Processes.mapping(Map.of("cycle-time", Map.of())),
                Processes.log(rows).persist(),
                Processes.objects(List.of()),
                UTC,
                asOf);
        MemorySink sink = new MemorySink();

        Findings.Found found = Findings.of(
                new Findings.Looked(
                        in,
                        Kpis.measure(in, Processes.definitions(), sink),
                        ranked,
                        mined,
                        in.log(),
                        weeks,
                        Processes.definitions(),
                        DeclaredWaits.NONE),
                sink);

        List<Finding> all =
                found.findings().stream().flatMap(Finding::withMembers).toList();
        assertThat(all)
                .filteredOn(finding -> finding.kind() == FindingKind.BOTTLENECK)
                .hasSize(5)
                .extracting(Finding::value)
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(all)
                .filteredOn(finding -> finding.kind() != FindingKind.BOTTLENECK)
                .allSatisfy(shift -> assertThat(shift.window().to()).isBeforeOrEqualTo(lastUsual));
        assertThat(all)
                .filteredOn(finding -> finding.kind() == FindingKind.KPI_SHIFT)
                .extracting(Finding::subjects)
                .doesNotContain(List.of("K-process-cycle-time"));
        assertThat(all)
                .allSatisfy(finding -> assertThat(FigureCheck.of(
                                        finding, sink.open(finding.evidence().document()))
                                .matches())
                        .as(finding.id())
                        .isTrue());
        in.log().unpersist();
    }
}
