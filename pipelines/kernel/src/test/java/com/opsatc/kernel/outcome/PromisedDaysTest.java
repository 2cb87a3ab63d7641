package com.opsatc.kernel.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromisedDaysTest {
    @ParameterizedTest
    @CsvSource({"20000,20003,3,true", "20000,20000,0,false", "20000,19999,-1,false", "-1,1,2,true"})
    void slip_betweenTwoDays_isWholeDaysOfEitherSign(long first, long last, long days, boolean putOff) {
        PromisedDays promised = new PromisedDays(first, last);

        assertThat(promised.slip()).isEqualTo(days);
        assertThat(promised.isPutOff()).isEqualTo(putOff);
    }

    @Test
    void slip_ofDaysBeyondAllReckoning_fails() {
        assertThatThrownBy(() -> new PromisedDays(Long.MIN_VALUE, 1).slip()).isInstanceOf(ArithmeticException.class);
    }
}
