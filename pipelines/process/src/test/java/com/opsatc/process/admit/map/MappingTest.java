package com.opsatc.process.admit.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.connector.Connector;
import com.opsatc.connector.Connectors;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.process.admit.Admitted;
import com.opsatc.process.admit.read.AdmissionTest;
import com.opsatc.process.canonical.CanonicalTables;
import com.opsatc.process.testing.RealData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MappingTest {
    @Test
    void map_theSapSample_joinsTablesAndCitesTheRowWithTheTime() {
        Admitted admitted = sample("sap/order-to-cash", Map.of());

        Dataset<Row> events = admitted.events();
        assertThat(events.schema().simpleString()).isEqualTo(CanonicalTables.EVENT.simpleString());
        assertThat(lines(events.orderBy("time_us", "case_id", "source_seq")
                        .selectExpr(
                                "case_id",
                                "activity",
                                "cast(timestamp_micros(time_us) as string)",
                                "source_seq",
                                "row",
                                "key")))
                .containsExactly(
                        "[4711,Create order,2024-01-02 08:30:00,1,1,VBELN 4711]",
                        "[4712,Create order,2024-01-03 09:15:00,2,2,VBELN 4712]",
                        "[4711,Create delivery,2024-01-05 07:00:00,1099511627777,1,VBELN 80000001]",
                        "[4712,Create delivery,2024-01-05 07:00:00,1099511627777,1,VBELN 80000001]",
                        "[4712,Create delivery,2024-01-06 07:00:00,1099511627778,2,VBELN 80000002]",
                        "[4711,Post goods issue,2024-01-07 23:00:00,2199023255553,1,VBELN 80000001]",
                        "[4712,Post goods issue,2024-01-07 23:00:00,2199023255553,1,VBELN 80000001]");
        assertThat(lines(admitted.objects()
                        .where("object_type <> 'order'")
                        .orderBy("object_type", "object_id")
                        .selectExpr(
                                "object_id",
                                "attributes['line']",
                                "attributes['quantity']",
                                "attributes['at']",
                                "attributes['ordered']",
                                "attributes['due']",
                                "row",
                                "key")))
                .containsExactly(
                        "[80000001/10,4711/10,10,2024-01-08,null,null,1,VBELN 80000001 / POSNR 10]",
                        "[80000001/20,4711/20,4,2024-01-08,null,null,2,VBELN 80000001 / POSNR 20]",
                        "[80000001/30,4712/10,2,2024-01-08,null,null,3,VBELN 80000001 / POSNR 30]",
                        "[80000002/10,4712/10,5,null,null,null,4,VBELN 80000002 / POSNR 10]",
                        "[4711/10,null,null,null,10,2024-01-10,1,VBELN 4711 / POSNR 10]",
                        "[4711/20,null,null,null,4,2024-01-10,2,VBELN 4711 / POSNR 20]",
                        "[4712/10,null,null,null,7,null,3,VBELN 4712 / POSNR 10]");
    }

    @Test
    void map_theServiceNowSample_takesStatesFromTheAuditAndNoPerson() {
        Admitted admitted = sample("servicenow/incident", Map.of());

        assertThat(lines(admitted.events()
                        .orderBy("case_id", "time_us")
                        .selectExpr("case_id", "activity", "cast(timestamp_micros(time_us) as string)", "row")))
                .containsExactly(
                        "[INC0010001,Open,2024-01-02 08:00:00,1]",
                        "[INC0010001,In Progress,2024-01-02 08:20:00,1]",
                        "[INC0010001,Resolved,2024-01-03 09:30:00,3]",
                        "[INC0010002,Open,2024-01-02 09:00:00,2]",
                        "[INC0010002,In Progress,2024-01-02 09:10:00,4]");
        admitted.winners()
                .values()
                .forEach(rows -> assertThat(lines(rows).toString()).doesNotContain("sample-person"));
        assertThat(Mapping.eventObjects(Mapping.events(admitted.source(), admitted.winners()))
                        .count())
                .isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "generic/xes, 2, 3",
        "bpi/incidents, 2, 3",
        "bpi/applications, 2, 3",
        "usaid/scms-deliveries, 2, 6",
        "generic/event-log, 2, 3",
        "generic/ocel, 1, 4",
        "generic/order-lines, 3, 6"
    })
    void map_theSampleOfEveryOtherConnector_hasItsCasesAndEvents(String connector, long cases, long events) {
        Admitted admitted = sample(
                connector,
                switch (connector) {
                    case "generic/ocel" -> Map.of("case", "order");
                    case "generic/event-log" -> Map.of("case", "case", "activity", "activity", "timestamp", "time");
                    case "generic/order-lines" ->
                        Map.of(
                                "order", "order",
                                "line", "product",
                                "ordered", "ordered",
                                "delivered", "delivered",
                                "agreed", "agreed",
                                "actual", "arrived",
                                "placed", "placed");
                    default -> Map.of();
                });

        assertThat(lines(admitted.events().selectExpr("count(distinct case_id)", "count(*)")))
                .containsExactly("[" + cases + "," + events + "]");
        admitted.batches()
                .values()
                .forEach(batch -> assertThat(batch.quarantined().count()).isZero());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rand()",
                "uuid()",
                "current_date",
                "current_timestamp()",
                "now()",
                "input_file_name()",
                "java_method('java.lang.System', 'exit', '1')",
                "reflect('java.util.UUID', 'randomUUID')",
                "(SELECT max(id) FROM lines)",
                "first(id)",
                "count(*)",
                "count(DISTINCT id)",
                "row_number() OVER (ORDER BY id)",
                "current_user()",
                "current_catalog()",
                "spark_catalog.default.f(id)",
                "transform(array(id), x -> rand())",
                "_file",
                "idd",
                "lines.id",
                "id; DROP TABLE x",
            })
    void events_anExpressionThatIsNoValueOfARow_isRefused(String expression, @TempDir Path folder) throws Exception {
        Connector connector =
                Connectors.parse(AdmissionTest.CONNECTOR.replace("case: id", "case: \"" + expression + "\""));
        Files.writeString(folder.resolve("a.csv"), "");

        assertThatThrownBy(() -> Admitted.of(connector, folder, Map.of()).events())
                .isInstanceOf(PipelineException.class)
                .hasMessageStartingWith("Cannot use connector shop/lines: the expression of event 1, case_id: ");
    }

    private static Admitted sample(String connector, Map<String, String> settings) {
        return Admitted.of(connector, RealData.conf().resolve("connectors/" + connector + ".sample"), settings);
    }

    private static List<String> lines(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(Row::toString).toList();
    }
}
