package com.opsatc.process.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.figure.Excluded;
import com.opsatc.evidence.FigureCheck;
import com.opsatc.process.admit.Admitted;
import com.opsatc.process.kpi.measure.KpiMapping;
import com.opsatc.process.kpi.measure.ProcessInput;
import com.opsatc.process.testing.RealData;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An order line report as shops hand it out, through the shipped connector, with figures counted by hand. */
class OrderLinesConnectorTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String REPORT = """
            order_no,sku,customer,placed,qty,agreed,shipped_qty,arrived
            A,1,C1,1/3/2024,100,6/3/2024,100,6/3/2024
            A,2,C1,1/3/2024,40,6/3/2024,36,5/3/2024
            B,1,C2,1/3/2024,60,7/3/2024,60,9/3/2024
            B,2,C2,1/3/2024,10,7/3/2024,10,7/3/2024
            C,1,C2,2/3/2024,20,8/3/2024,20,6/3/2024
            C,2,C2,2/3/2024,8,8/3/2024,9,8/3/2024
            C,3,C2,2/3/2024,12,8/3/2024,11,8/3/2024
            D,1,C1,3/3/2024,50,8/3/2024,45,9/3/2024
            E,1,C1,3/3/2024,30,20/3/2024,,
            F,1,C1,3/3/2024,5,2/4/2024,,
            G,1,C1,3/3/2024,7,25/3/2024,7,2/4/2024
            H,1,C1,3/3/2024,0,8/3/2024,0,8/3/2024
            I,1,C1,3/3/2024,3,,3,8/3/2024
            J,1,C1,4/3/2024,15,12/3/2024,15,12/3/2024
            """;
    private static final Map<String, String> COLUMNS = Map.of(
            "order", "order_no",
            "line", "sku",
            "ordered", "qty",
            "delivered", "shipped_qty",
            "agreed", "agreed",
            "actual", "arrived",
            "format", "d/M/yyyy");

    private static final String NO_DATE = "Connector generic/order-lines maps no such date of an order line.";

    private final MemorySink sink = new MemorySink();

    @TempDir
    private Path folder;

    @Test
    void measure_report_givesThreeFiguresAtEitherLevel() throws IOException {
        Map<String, KpiValue> kpis = measure(Map.of());

        // On time: all but B 1 and D 1, which are late, E 1, which never came, and G 1, of which nothing is known yet.
        // In full: all but A 2, C 3 and D 1, which are short, E 1 and G 1.
        assertThat(figures(kpis))
                .containsExactlyInAnyOrder(
                        "on-time-line 7 of 11",
                        "in-full-line 6 of 11",
                        "otif-line 5 of 11",
                        "on-time-order 3 of 7",
                        "in-full-order 2 of 7",
                        "otif-order 1 of 7",
                        "otif-unit 200000 of 11",
                        "in-full-unit 305000 of 11");
        // Of 352 ordered 305 came, the ninth piece of C 2 not counted; B 1 and D 1 brought 60 and 45 of them late.
        assertThat(kpis.get("otif-unit").value()).isEqualByComparingTo("0.568182");
        assertThat(kpis.get("in-full-unit").value()).isEqualByComparingTo("0.866477");
        assertThat(kpis.get("on-time-line").excluded())
                .containsExactly(
                        new Excluded("no-due", 1), new Excluded("zero-quantity", 1), new Excluded("not-due-yet", 1));
        assertThat(kpis.get("otif-order").excluded()).containsExactly(new Excluded("no-counted-line", 3));
        assertThat(kpis.get("otif-line").tolerance().text())
                .isEqualTo("any days early, 0 days late, 0 % under, any % over");
        assertThat(kpis.get("cycle-time").reason()).isEqualTo("The setting placed is not given.");
        kpis.values().stream()
                .filter(KpiValue::measured)
                .forEach(kpi -> assertThat(
                                FigureCheck.of(kpi, sink.open(kpi.evidence().document()))
                                        .matches())
                        .isTrue());
    }

    @Test
    void measure_wider_countsWhatLiesWithin() throws IOException {
        Map<String, KpiValue> kpis = measure(Map.of("late-days", "2", "under-percent", "10"));

        assertThat(figures(kpis))
                .containsExactlyInAnyOrder(
                        "on-time-line 9 of 11",
                        "in-full-line 9 of 11",
                        "otif-line 9 of 11",
                        "on-time-order 5 of 7",
                        "in-full-order 5 of 7",
                        "otif-order 5 of 7",
                        "otif-unit 305000 of 11",
                        "in-full-unit 305000 of 11");
        assertThat(kpis.get("on-time-order").tolerance().text())
                .isEqualTo("any days early, 2 days late, 10 % under, any % over");
    }

    @Test
    void measure_narrower_countsNothingEarlyAndNothingOver() throws IOException {
        Map<String, KpiValue> kpis = measure(Map.of("early-days", "0", "over-percent", "0"));

        // A 2 and C 1 came too early, C 2 brought one too many.
        assertThat(figures(kpis))
                .containsExactlyInAnyOrder(
                        "on-time-line 5 of 11",
                        "in-full-line 5 of 11",
                        "otif-line 3 of 11",
                        "on-time-order 1 of 7",
                        "in-full-order 2 of 7",
                        "otif-order 1 of 7",
                        "otif-unit 144000 of 11",
                        "in-full-unit 305000 of 11");
    }

    @Test
    void measure_earlyByLessThanAllowed_isOnTime() throws IOException {
        assertThat(figures(measure(Map.of("early-days", "1")))).contains("on-time-line 6 of 11");
        assertThat(figures(measure(Map.of("early-days", "2")))).contains("on-time-line 7 of 11");
    }

    /** What the report has no column for is not measured, all for few reasons; what it has is. */
    @Test
    void measure_furtherDatesAndValue_areMeasuredWhereTheReportHasThem() throws IOException {
        Map<String, KpiValue> without = measure(Map.of());
        assertThat(without.values())
                .filteredOn(kpi -> kpi.definition().id().matches("(otif|on-time).*") && !kpi.measured())
                .extracting(kpi -> kpi.definition().id() + ": " + kpi.reason())
                .containsExactlyInAnyOrder(
                        "on-time-line-first-promise: " + NO_DATE,
                        "on-time-line-requested: " + NO_DATE,
                        "otif-line-first-promise: " + NO_DATE,
                        "otif-line-last-promise: " + NO_DATE,
                        "otif-line-requested: " + NO_DATE,
                        "otif-order-first-promise: " + NO_DATE,
                        "otif-order-requested: " + NO_DATE,
                        "otif-value: Connector generic/order-lines maps no value of an order line.");

        Map<String, KpiValue> kpis = measure(
                """
                order_no,sku,qty,agreed,shipped_qty,arrived,asked,first,last,worth,cur
                A,1,100,6/3/2024,100,6/3/2024,5/3/2024,5/3/2024,6/3/2024,300.125,EUR
                A,2,40,6/3/2024,40,5/3/2024,5/3/2024,,6/3/2024,100,EUR
                B,1,60,7/3/2024,60,9/3/2024,8/3/2024,7/3/2024,9/3/2024,500,EUR
                B,2,10,7/3/2024,10,7/3/2024,8/3/2024,7/3/2024,7/3/2024,-7,EUR
                """,
                Map.of(
                        "requested", "asked",
                        "first-promised", "first",
                        "last-promised", "last",
                        "value", "worth",
                        "currency", "cur"));

        assertThat(figures(kpis))
                .contains(
                        "otif-line 3 of 4",
                        "otif-line-requested 2 of 4",
                        "otif-order-requested 0 of 2",
                        "on-time-line-requested 2 of 4",
                        // A 2 has no first promise.
                        "otif-line-first-promise 1 of 3",
                        "otif-order-first-promise 0 of 2",
                        "on-time-line-first-promise 1 of 3",
                        "otif-line-last-promise 4 of 4",
                        // A 1 was put off by a day and B 1 by two.
                        "promise-slip 3 of 3",
                        "promise-slip-share 2 of 3",
                        // B 2 is a credit.
                        "otif-value 2 of 3");
        assertThat(kpis.get("promise-slip").text()).isEqualTo("1 d");
        // 400.125 of 900.125.
        assertThat(kpis.get("otif-value").value()).isEqualByComparingTo("0.444522");
        assertThat(kpis.get("otif-value").excluded()).containsExactly(new Excluded("no-value", 1));
        assertThat(kpis.get("otif-line-first-promise").excluded()).containsExactly(new Excluded("no-due", 1));
    }

    /** Public deliveries, of which each brought all; the sums were made outside the project, by Python over the file. */
    @Test
    void measure_publicDeliveries_byUnitAndValueAreThoseCountedElsewhere() throws IOException {
        Path file = RealData.file("scms/SCMS_Delivery_History_Dataset.csv.gz");
        Files.copy(file, folder.resolve("lines.csv.gz"));
        Map<String, KpiValue> kpis = measure(
                Map.of(
                        "order", "po / so #",
                        "line", "id",
                        "ordered", "line item quantity",
                        "delivered", "line item quantity",
                        "agreed", "scheduled delivery date",
                        "actual", "delivered to client date",
                        "value", "line item value",
                        "format", "d-MMM-yy"),
                LocalDate.of(2015, 9, 14));

        KpiValue units = kpis.get("otif-unit");
        assertThat(units.n()).isEqualTo(10_324);
        assertThat(units.value()).isEqualTo(new BigDecimal("0.829592")); // 157,012,757 of 189,265,090
        assertThat(kpis.get("in-full-unit").value()).isEqualByComparingTo("1");
        KpiValue value = kpis.get("otif-value");
        assertThat(value.n()).isEqualTo(10_307);
        assertThat(value.excluded()).containsExactly(new Excluded("no-value", 17));
        assertThat(value.value()).isEqualTo(new BigDecimal("0.840847")); // 1,368,550,186.35 of 1,627,584,457.29
        assertThat(kpis.get("otif-line").value()).isEqualTo(new BigDecimal("0.885122"));
        for (KpiValue kpi : List.of(units, value)) {
            assertThat(kpi.interval().low()).isLessThan(kpi.value());
            assertThat(kpi.interval().high()).isGreaterThan(kpi.value());
            assertThat(FigureCheck.of(kpi, sink.open(kpi.evidence().document())).matches())
                    .isTrue();
        }
    }

    private Map<String, KpiValue> measure(Map<String, String> further) throws IOException {
        return measure(REPORT, further);
    }

    private Map<String, KpiValue> measure(String report, Map<String, String> further) throws IOException {
        Files.writeString(folder.resolve("lines.csv"), report);
        Map<String, String> settings = new TreeMap<>(COLUMNS);
        settings.putAll(further);
        return measure(settings, LocalDate.of(2024, 3, 31));
    }

    private Map<String, KpiValue> measure(Map<String, String> settings, LocalDate asOf) {
        Admitted admitted = Admitted.of("generic/order-lines", folder, settings);
        ProcessInput in = Processes.input(
                KpiMapping.of(admitted.source().connector()),
                Processes.log(List.of()),
                admitted.objects(),
                BERLIN,
                asOf);
        sink.documents().clear();
        Map<String, KpiValue> byDefinition = new TreeMap<>();
        Kpis.measure(in, Processes.definitions(), sink)
                .forEach(kpi -> byDefinition.put(kpi.value().definition().id(), kpi.value()));
        return byDefinition;
    }

    private List<String> figures(Map<String, KpiValue> kpis) {
        return kpis.values().stream()
                .filter(KpiValue::measured)
                .map(kpi -> kpi.definition().id() + " "
                        + sink.rows(kpi.evidence().document()).stream()
                                .mapToLong(row -> row.contribution())
                                .sum()
                        + " of " + kpi.n())
                .toList();
    }
}
