package com.opsatc.process.admit;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.process.testing.RealData;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RealLogsTest {
    private static final Map<String, String> NAMES_OF_XES =
            Map.of("case", "case:concept:name", "activity", "concept:name", "timestamp", "time:timestamp");

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "generic/xes, running_example/running-example.xes, 6, 42, 8, 8",
        "generic/event-log, running_example/running-example.csv, 6, 42, 8, 8",
        "bpi/applications, bpic2012/bpic2012.xes.gz, 13087, 262200, 24, 36",
        "bpi/incidents, bpic2013/BPIC13_incidents.xes.gz, 7554, 65533, 4, 13",
        "bpi/incidents, bpic2013/BPIC13_open_problems.xes.gz, 819, 2351, 3, 5",
        "bpi/incidents, bpic2013/BPIC13_closed_problems.xes.gz, 1487, 6660, 7, 7",
        "generic/xes, bpic2020/BPI_2020_DomesticDeclarations.xes.gz, 10500, 56437, 17, 17",
        "generic/xes, bpic2020/BPI_2020_RequestForPayment.xes.gz, 6886, 36796, 19, 19",
        "generic/xes, receipt/08_receipt.xes.gz, 1434, 8577, 27, 27",
        "generic/event-log, receipt/receipt.parquet, 1434, 8577, 27, 27",
        "generic/xes, sepsis/SEPSIS_henrik.xes.gz, 1050, 15214, 16, 16",
        "generic/event-log, production/Production.csv.gz, 225, 4953, 26, 26",
    })
    void mappedLog_ofEveryRealFile_hasTheFiguresComputedElsewhere(
            String connector, String file, long cases, long events, long activities, long classes) {
        Admitted admitted = Admitted.of(
                connector, RealData.file(file), connector.equals("generic/event-log") ? NAMES_OF_XES : Map.of());

        Dataset<Row> log = admitted.events();
        Row figures = log.selectExpr(
                        "count(distinct case_id)",
                        "count(*)",
                        "count(distinct activity)",
                        "count(distinct activity, coalesce(lifecycle, ''))",
                        "count(distinct event_id)")
                .head();
        assertThat(figures.toString())
                .isEqualTo("[" + cases + "," + events + "," + activities + "," + classes + "," + events + "]");
        assertThat(admitted.batches().get("events").quarantined().count()).isZero();
        assertThat(admitted.files().get(0).read()).isEqualTo(events);
    }
}
