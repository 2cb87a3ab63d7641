package com.opsatc.contract.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ToleranceTest {
    @Test
    void text_anyTolerance_saysAllThatBearsOnTheFigure() {
        assertThat(new Tolerance(null, 0, BigDecimal.ZERO, null, "completing").text())
                .isEqualTo("any days early, 0 days late, 0 % under, any % over");
        assertThat(new Tolerance(0, 2, new BigDecimal("2.5"), BigDecimal.TEN, "first").text())
                .isEqualTo("0 days early, 2 days late, 2.5 % under, 10 % over; on time by the first delivery");
        assertThat(new Tolerance(3, 1, null, null, null).text()).isEqualTo("3 days early, 1 days late");
    }

    @Test
    void tolerance_belowZero_fails() {
        assertThatThrownBy(() -> new Tolerance(0, -1, null, null, null))
                .hasMessage("Invalid tolerance: it is below zero");
        assertThatThrownBy(() -> new Tolerance(-1, 0, null, null, null))
                .hasMessage("Invalid tolerance: it is below zero");
        assertThatThrownBy(() -> new Tolerance(0, 0, new BigDecimal("-0.1"), null, null))
                .hasMessage("Invalid tolerance: it is below zero");
    }
}
