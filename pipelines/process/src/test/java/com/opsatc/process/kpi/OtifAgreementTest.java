package com.opsatc.process.kpi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.process.kpi.measure.Kpi;
import com.opsatc.process.kpi.measure.KpiParams;
import com.opsatc.process.kpi.measure.KpiVariant;
import com.opsatc.process.kpi.measure.Measurement;
import com.opsatc.process.kpi.measure.ProcessInput;
import com.opsatc.process.kpi.measure.SharedRows;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Figures of lines that contradict each other are never published, whatever computed them. */
class OtifAgreementTest {
    private static final ZoneId UTC = ZoneId.of("UTC");

    @Test
    void measure_lineOnTimeInFullThatIsNotInFull_failsWithTheFigures() {
        List<Kpi> kpis = List.of(shares("otif", "line", 1, 1, 0), shares("in-full", "line", 1, 0, 1));

        assertThatThrownBy(() -> measure(kpis, Map.of()))
                .isInstanceOf(PipelineException.class)
                .hasMessage(
                        "Cannot publish otif-line: it contradicts in-full-line, 1 of 3 members pass the first and not"
                                + " the second; this is a defect of the program, report it");
    }

    @Test
    void measure_orderOnTimeInFullThatIsLate_failsUnlessOnTimeIsOfOtherRecords() {
        List<Kpi> kpis = List.of(
                shares("otif", "order", 1, 0), shares("in-full", "order", 1, 1), shares("on-time", "order", 0, 1));

        assertThatThrownBy(() -> measure(kpis, Map.of()))
                .hasMessageStartingWith("Cannot publish otif-order: it contradicts on-time-order, 1 of 2 members");
        assertThatCode(() -> measure(kpis, Map.of("on-time", Map.of()))).doesNotThrowAnyException();
    }

    @Test
    void measure_halvesOfOtherMembers_fail() {
        List<Kpi> kpis = List.of(shares("otif", "line", 0, 0), shares("in-full", "line", 1, 1, 1));

        assertThatThrownBy(() -> measure(kpis, Map.of()))
                .hasMessageStartingWith(
                        "Cannot publish otif-line: it contradicts in-full-line, they count 2 and 3 members");
    }

    @Test
    void measure_halvesThatAgree_arePublished() {
        List<Kpi> kpis = List.of(
                shares("otif", "line", 1, 0, 0),
                shares("in-full", "line", 1, 1, 0),
                shares("on-time", "line", 1, 0, 1));

        assertThatCode(() -> measure(kpis, Map.of())).doesNotThrowAnyException();
    }

    private static void measure(List<Kpi> kpis, Map<String, Map<String, Object>> also) {
        Map<String, Map<String, Object>> mapping = new TreeMap<>(also);
        mapping.put("otif", Map.of());
        ProcessInput in = Processes.input(
                Processes.mapping(mapping),
                Processes.log(List.of()),
                Processes.objects(List.of()),
                UTC,
                LocalDate.of(2026, 3, 20));
        Kpis.measure(kpis, in, Processes.definitions(), new MemorySink());
    }

    /** A KPI of lines whose outcomes are what they are said to be. */
    private static Kpi shares(String family, String level, int... outcomes) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < outcomes.length; i++) {
            rows.add(Processes.object("line", "line-" + i, Map.of("good", Integer.toString(outcomes[i])), i + 1));
        }

        Kpi shipped = Kpis.ALL.stream()
                .filter(kpi -> kpi.family().equals(family))
                .findFirst()
                .orElseThrow();
        return new Kpi() {
            @Override
            public String family() {
                return family;
            }

            @Override
            public Map<String, List<String>> options() {
                return shipped.options();
            }

            @Override
            public Optional<Aggregation> aggregation(KpiVariant variant) {
                return shipped.aggregation(variant);
            }

            @Override
            public List<String> entries() {
                return List.of("otif");
            }

            @Override
            public Measurement measure(ProcessInput in, KpiParams params, KpiVariant variant, SharedRows shared) {
                if (!variant.choice("level").equals(level)
                        || !variant.choice("promise").equals("due")) {
                    return new Measurement.NotMeasured("Of another level or date.");
                }

                Dataset<Row> contributions = Processes.objects(rows)
                        .selectExpr(
                                "object_id AS record",
                                "file",
                                "row",
                                "CAST(NULL AS STRING) AS key",
                                "CAST(NULL AS STRING) AS to_file",
                                "CAST(NULL AS BIGINT) AS to_row",
                                "CAST(NULL AS STRING) AS to_key",
                                "1772409600000000L AS at_us",
                                "CAST(attributes['good'] AS BIGINT) AS contribution",
                                "CAST(NULL AS STRING) AS excluded",
                                "false AS open");
                return Measurement.Contributions.of(contributions);
            }
        };
    }
}
