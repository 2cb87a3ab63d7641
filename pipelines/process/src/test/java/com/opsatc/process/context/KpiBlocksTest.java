package com.opsatc.process.context;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.Aggregation;
import com.opsatc.contract.Citation;
import com.opsatc.contract.DefinitionRef;
import com.opsatc.contract.Evidence;
import com.opsatc.contract.KpiValue;
import com.opsatc.contract.Sha256;
import com.opsatc.contract.Tolerance;
import com.opsatc.contract.Unit;
import com.opsatc.contract.Window;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KpiBlocksTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Test
    void of_kpiUnderATolerance_saysIt() {
        KpiValue onTime = new KpiValue(
                "K-p-on-time-line",
                "p",
                new DefinitionRef("on-time-line", 2),
                "On time, order lines",
                KpiValue.MEASURED,
                null,
                Unit.RATIO,
                "higher-is-better",
                Aggregation.SHARE,
                new BigDecimal("0.5"),
                Map.of(),
                40,
                List.of(),
                0L,
                null,
                new Window(DAY, DAY, "UTC"),
                List.of(),
                new Evidence("e", 40, Sha256.of("e"), List.of(new Citation("sap", Sha256.of("f"), 1))));

        assertThat(KpiBlocks.of(onTime, "Sales orders", DAY, 0, List.of()).caveats())
                .noneMatch(caveat -> caveat.contains("tolerance"));
        assertThat(KpiBlocks.of(
                                onTime.within(new Tolerance(null, 2, null, null, null)),
                                "Sales orders",
                                DAY,
                                0,
                                List.of())
                        .caveats())
                .contains("Its tolerance is: any days early, 2 days late.");
    }
}
