package com.opsatc.contract.ageing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.figure.Interval;
import com.opsatc.contract.id.Sha256;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessAgeingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final MissedDates MISSED = new MissedDates(
            10,
            40,
            new BigDecimal("0.25"),
            new Interval(new BigDecimal("0.9"), BigDecimal.ZERO, BigDecimal.ONE, "wilson"));

    @Test
    void build_aRiskThatHeldOutWeeksDoNotBearOut_isRefused() {
        ProcessAgeingBuilder given = ProcessAgeingBuilder.builder()
                .process("p")
                .open(1L)
                .closed(1L)
                .classes(List.of())
                .heldOut(new HeldOutCoverage(20, 40, 300, new BigDecimal("36"), true))
                .oldest(List.of(open(false, MISSED)))
                .atRisk(List.of());

        assertThat(given.build().oldest()).hasSize(1);
        assertThatThrownBy(() -> given.withheld("It did not hold.").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid ageing: a risk that held-out weeks do not bear out is withheld");
        assertThatThrownBy(() -> given.withheld(null)
                        .heldOut(new HeldOutCoverage(20, 40, 300, new BigDecimal("20"), false))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid ageing: a risk that held-out weeks do not bear out is withheld");
    }

    @Test
    void build_neitherMeasuredNorAReason_isRefused() {
        assertThatThrownBy(() -> ProcessAgeing.none("p", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid ageing: it is measured, or says why not");
    }

    @Test
    void new_aRiskPastTheDate_isRefused() {
        assertThatThrownBy(() -> open(true, MISSED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid open case: past its date there is no risk of missing it");
    }

    private static AgedCase open(Boolean late, MissedDates missed) {
        return new AgedCase("c", DAY, 1, "Ask", DAY, late, missed, new Citation("sap", Sha256.of("f"), 1));
    }
}
