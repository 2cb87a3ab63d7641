package com.opsatc.contract.document;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.claim.Direction;
import com.opsatc.contract.claim.Trend;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.document.ContextFile.Fact;
import com.opsatc.contract.document.ContextFile.FactInterval;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

final class ContextFileTest {
    private static final FactInterval INTERVAL =
            new FactInterval(new BigDecimal("0.95"), BigDecimal.ONE, BigDecimal.TEN, null, "1 to 10");

    @Test
    void fact_neitherIntervalNorReasonOrBoth_isRefused() {
        assertThatThrownBy(() -> fact(null, null))
                .hasMessage("Invalid fact K-p-x.value: it has an interval, or says why it has none");
        assertThatThrownBy(() -> fact(INTERVAL, "It has too few members for one."))
                .hasMessage("Invalid fact K-p-x.value: it has an interval, or says why it has none");
    }

    private static Fact fact(FactInterval interval, String noInterval) {
        return new Fact(
                "K-p-x.value",
                "It is 5.",
                BigDecimal.valueOf(5),
                Unit.COUNT,
                "5",
                5,
                interval,
                noInterval,
                Direction.NONE,
                Trend.NOT_MEASURED);
    }
}
