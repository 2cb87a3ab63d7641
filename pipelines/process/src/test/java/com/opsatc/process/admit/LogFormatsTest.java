package com.opsatc.process.admit;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.process.testing.RealData;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The runs' own test reads every XES log; here is one file of each format and dress. */
final class LogFormatsTest {
    private static final Map<String, String> NAMES_OF_XES =
            Map.of("case", "case:concept:name", "activity", "concept:name", "timestamp", "time:timestamp");

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "generic/xes, running_example/running-example.xes, 6, 42, 8, 8",
        "generic/event-log, running_example/running-example.csv, 6, 42, 8, 8",
        "bpi/incidents, bpic2013/BPIC13_closed_problems.xes.gz, 1487, 6660, 7, 7",
        "generic/xes, receipt/08_receipt.xes.gz, 1434, 8577, 27, 27",
        "generic/event-log, receipt/receipt.parquet, 1434, 8577, 27, 27",
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
