package com.opsatc.process.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.figure.Excluded;
import com.opsatc.evidence.EvidenceRow;
import com.opsatc.evidence.FigureCheck;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What moving a promise does to lines, in days of Berlin. */
class PromiseSlipTest {
    private static final Map<String, Map<String, Object>> BOTH = Map.of(
            "on-time",
            Map.of(
                    "object", "order-line",
                    "order", "order",
                    "due", "last",
                    "done", "done",
                    "promises", Map.of("first", "first", "last", "last")));
    private static final List<Row> LINES = List.of(
            line("1/10", "2026-03-02", "2026-03-05", 1),
            line("1/20", "2026-03-03", "2026-03-03", 2),
            line("2/10", "2026-03-10", "2026-03-08", 3),
            // Both half an hour after midnight, 23 hours apart: the clock was set forth between. Promised for after the
            // logical date.
            line("3/10", us("2026-03-28T23:30:00Z"), us("2026-03-29T22:30:00Z"), 4),
            line("4/10", null, "2026-03-08", 5),
            line("5/10", "2026-03-08", null, 6));

    private final MemorySink sink = new MemorySink();

    @Test
    void measure_promises_givesDaysAndShareOfLinesThatTellBoth() {
        Map<String, KpiValue> kpis = Orders.measure(LINES, BOTH, sink);

        KpiValue days = kpis.get("promise-slip");
        assertThat(days.value()).isEqualByComparingTo("0"); // Half a day, to even.
        assertThat(days.text()).isEqualTo("0 d");
        assertThat(days.companions().get(FigureName.P90)).isEqualByComparingTo("2");
        assertThat(days.clock()).isNull();
        assertThat(sink.rows("evidence/K-process-promise-slip.arrow"))
                .extracting(
                        EvidenceRow::record,
                        EvidenceRow::contribution,
                        row -> row.date().toString())
                .containsExactly(
                        tuple("1/10", 3L, "2026-03-02"),
                        tuple("1/20", 0L, "2026-03-03"),
                        tuple("2/10", -2L, "2026-03-10"),
                        tuple("3/10", 1L, "2026-03-20"));
        KpiValue share = kpis.get("promise-slip-share");
        assertThat(share.value()).isEqualTo(new BigDecimal("0.500000"));
        assertThat(share.interval().method()).isEqualTo("cluster-bootstrap");
        for (KpiValue kpi : List.of(days, share)) {
            assertThat(kpi.n()).isEqualTo(4);
            assertThat(kpi.excluded())
                    .containsExactly(new Excluded("no-first-promise", 1), new Excluded("no-last-promise", 1));
            assertThat(FigureCheck.of(kpi, sink.open(kpi.evidence().document())).matches())
                    .isTrue();
        }
        Processes.requireKeys(sink);
    }

    @Test
    void measure_oneOfBothPromisesMissing_isNotMeasured() {
        for (String only : List.of("first", "last")) {
            Map<String, Object> entry = new HashMap<>(BOTH.get("on-time"));
            entry.put("promises", Map.of(only, only));

            Map<String, KpiValue> kpis = Orders.measure(LINES, Map.of("on-time", entry), sink);

            assertThat(List.of(kpis.get("promise-slip"), kpis.get("promise-slip-share")))
                    .extracting(KpiValue::reason)
                    .containsOnly("Connector test/process maps no such date of an order line.");
        }
    }

    @Test
    void measure_promiseThatIsNoDate_namesTheEntryAndNoValue() {
        assertThatThrownBy(() -> Orders.measure(List.of(line("1/10", "2026-03-02", "soon", 1)), BOTH, sink))
                .rootCause()
                .hasMessage("Cannot measure a KPI: an attribute that test/process, kpis.on-time names does not hold a"
                        + " date or an instant in microseconds in every row; correct the connector's column types");
    }

    private static String us(String instant) {
        return Long.toString(Instant.parse(instant).toEpochMilli() * 1000);
    }

    private static Row line(String id, String first, String last, long row) {
        Map<String, String> attributes = new HashMap<>();
        attributes.put("order", id.substring(0, 1));
        attributes.put("first", first);
        attributes.put("last", last);
        attributes.put("done", "2026-03-08");
        return Processes.object("order-line", id, attributes, row);
    }
}
