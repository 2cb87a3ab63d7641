package com.opsatc.process.admit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.connector.Connector;
import com.opsatc.connector.Connectors;
import com.opsatc.connector.infer.Infer;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.process.admit.map.ConnectorExpressions;
import com.opsatc.process.admit.parquet.ParquetSample;
import com.opsatc.process.testing.LocalSpark;
import com.opsatc.process.testing.RealData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InferTest {
    /** Read without Spark: what a draft admits is what its columns' texts give. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "running_example/running-example.xes, 6, 42",
        "running_example/running-example.csv, 6, 42",
        "bpic2012/bpic2012.xes.gz, 13087, 262200",
        "bpic2013/BPIC13_incidents.xes.gz, 7554, 65533",
        "bpic2013/BPIC13_open_problems.xes.gz, 819, 2351",
        "bpic2013/BPIC13_closed_problems.xes.gz, 1487, 6660",
        "bpic2020/BPI_2020_DomesticDeclarations.xes.gz, 10500, 56437",
        "bpic2020/BPI_2020_RequestForPayment.xes.gz, 6886, 36796",
        "receipt/08_receipt.xes.gz, 1434, 8577",
        "sepsis/SEPSIS_henrik.xes.gz, 1050, 15214",
        "production/Production.csv.gz, 225, 4953",
        "ocel/ocel_order_simulated.csv.gz, 2000, 6514",
    })
    void draft_ofEveryRealLogUnedited_reproducesCasesAndEvents(String file, long cases, long events) throws Exception {
        Connector draft = Connectors.parse(Infer.draft(RealData.file(file)));

        Set<Object> seen = new HashSet<>();
        long[] count = new long[1];
        FileRowsOf.each(RealData.file(file), draft.stream("events"), draft.times(), ZoneOffset.UTC, row -> {
            int columns = draft.stream("events").columns().size();
            boolean event = row.get(0) != null;
            assertThat(!event || row.isNullAt(columns + 4)).as("kept").isTrue();
            seen.addAll(event ? namesOf(row.get(0)) : List.of());
            count[0] += event ? namesOf(row.get(0)).size() : 0;
        });
        assertThat(new long[] {seen.size(), count[0]}).containsExactly(cases, events);
        assertThat(draft.stream("events").headers().toString().toLowerCase(Locale.ROOT))
                .doesNotContain("resource", "org:", "creator");
    }

    @Test
    void draft_ofATableWithListsOfCases_isOneEventForEachCase() {
        Path file = RealData.file("ocel/ocel_order_simulated.csv.gz");

        Admitted admitted = Admitted.of(Connectors.parse(Infer.draft(file)), file, Map.of());

        assertThat(admitted.files())
                .singleElement()
                .satisfies(each -> assertThat(each.read()).isEqualTo(22_367));
        Row figures = admitted.events()
                .selectExpr("count(distinct case_id)", "count(*)", "count(distinct event_id)")
                .head();
        assertThat(figures.toString()).isEqualTo("[2000,6514,6514]");
        assertThat(LocalSpark.session().sparkContext().isStopped()).isFalse();
    }

    @Test
    void draft_ofProduction_findsStartAndCompletion() {
        String yaml = Infer.draft(RealData.file("production/Production.csv.gz"));

        assertThat(yaml)
                .contains("at: {from: \"time:timestamp\", type: instant, required: true")
                .contains("start_at: {from: \"start_timestamp\", type: instant")
                .contains("activity: {from: \"concept:name\"");
    }

    @Test
    void draft_ofWhatIsNoEventLog_saysWhatIsMissing(@TempDir Path folder) throws Exception {
        Path table = Files.writeString(folder.resolve("prices.csv"), "article,price\na,1\nb,2\na,3\n");
        assertThatThrownBy(() -> Infer.draft(table))
                .isInstanceOf(PipelineException.class)
                .hasMessageContaining(
                        "Cannot draft a connector for prices.csv: no column looks like the time of an event");
    }

    @Test
    void draft_ofParquetFiles_readsTheirColumnsAndWhatIsDraftedHolds(@TempDir Path folder) throws Exception {
        Path log = parquet(
                folder,
                "log.parquet",
                "SELECT * FROM VALUES ('K1', 'Register', TIMESTAMP'2026-03-05 08:00:00', array(1), named_struct('a', 1)),"
                        + " ('K1', 'Decide', TIMESTAMP'2026-03-06 08:00:00', array(2), NULL),"
                        + " ('K2', 'Register', TIMESTAMP'2026-03-06 09:00:00', NULL, NULL)"
                        + " AS t(case_id, step, event_time, numbers, nested)");

        Connector draft =
                Connectors.parse(Infer.draft(List.of(log), Map.of(), file -> ParquetSample.of(file, Infer.ROWS)));

        assertThat(ConnectorExpressions.problems(draft)).isEmpty();
        Admitted admitted = Admitted.of(draft, log, Map.of());
        assertThat(admitted.events().orderBy("case_id", "time_us").collectAsList())
                .extracting(row -> row.getAs("case_id") + " " + row.getAs("activity"))
                .containsExactly("K1 Register", "K1 Decide", "K2 Register");

        Path broken = Files.writeString(folder.resolve("rows.parquet"), "PAR1....");
        assertThatThrownBy(() -> Infer.draft(List.of(broken), Map.of(), file -> ParquetSample.of(file, 1)))
                .isInstanceOf(PipelineException.class)
                .hasMessageStartingWith("Cannot draft a connector for rows.parquet: ")
                .hasMessageContaining("Parquet");
    }

    @Test
    void draft_ofOrderLinesInThreeFiles_givesTheLinesTheirDeliveries(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("orders.csv"), "order_no,order_date,promised_date\nA,2026-03-01,2026-03-05\n");
        Files.writeString(folder.resolve("lines.csv"), "order_no,line_no,quantity\nA,1,10\nA,2,5\n");
        Files.writeString(
                folder.resolve("deliveries.csv"),
                "delivery_no,order_no,line_no,shipped_qty,shipped_date\nD1,A,1,6,2026-03-04\nD2,A,1,4,2026-03-05\n"
                        + "D3,A,2,5,2026-03-05\n");
        Connector draft = Connectors.parse(Infer.draft(
                List.of(folder.resolve("orders.csv"), folder.resolve("lines.csv"), folder.resolve("deliveries.csv")),
                Map.of(),
                file -> null));

        assertThat(ConnectorExpressions.problems(draft)).isEmpty();
        Admitted admitted = Admitted.of(draft, folder, Map.of());
        assertThat(admitted.objects().orderBy("object_type", "object_id").collectAsList())
                .extracting(row -> row.getAs("object_id") + " "
                        + row.getJavaMap(row.fieldIndex("attributes")).get("due") + " "
                        + row.getJavaMap(row.fieldIndex("attributes")).get("quantity"))
                .containsExactly("D1 null 6", "D2 null 4", "D3 null 5", "A/1 2026-03-05 null", "A/2 2026-03-05 null");
        assertThat(admitted.events().collectAsList())
                .extracting(row -> row.getAs("case_id") + " " + row.getAs("activity"))
                .containsExactlyInAnyOrder(
                        "A/1 Place order",
                        "A/2 Place order",
                        "A/1 Deliver line",
                        "A/1 Deliver line",
                        "A/2 Deliver line");
    }

    private static Path parquet(Path folder, String name, String sql) throws Exception {
        Path out = folder.resolveSibling(folder.getFileName() + "-" + name);
        LocalSpark.session().sql(sql).coalesce(1).write().parquet(out.toString());
        try (Stream<Path> parts = Files.list(out)) {
            Path part = parts.filter(each -> each.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
            return Files.copy(part, folder.resolve(name));
        }
    }

    private static List<Object> namesOf(Object value) {
        return value instanceof String[] names ? List.of((Object[]) names) : List.of(value);
    }
}
