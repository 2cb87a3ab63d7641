package com.opsatc.kernel.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MembershipBoundTest {
    @ParameterizedTest
    @CsvSource({"1/1, .5, 1.2, 8.8", "4/1, 1.647, 4.4, 30.7", "8/1, 3.0, 8.0, 53.2", "16/1, 5.4, 14.2, 80.4"})
    void advantage_annualEpsilon_isTheTabulatedPercentage(String epsilon, double day, double week, double year) {
        Rational rhoYear = Zcdp.rho(Rational.parse(epsilon), Rational.of(1, 1_000_000));
        Rational rhoDay = rhoYear.dividedBy(Rational.of(365));

        assertThat(percent(rhoDay)).isCloseTo(day, within(0.0501));
        assertThat(percent(rhoDay.times(7))).isCloseTo(week, within(0.0501));
        assertThat(percent(rhoYear)).isCloseTo(year, within(0.0501));
    }

    @ParameterizedTest
    @CsvSource({"0/1, 0.000000", "9/3125, 0.030271", "1052/1000, 0.531707", "1000/1, 1.000000"})
    void advantage_budget_isRoundedUpToSixDecimals(String rho, BigDecimal advantage) {
        assertThat(MembershipBound.advantage(Rational.parse(rho))).isEqualTo(advantage);
    }

    /** What the discrete Gaussian gives away is the Gaussian's, but for a share of order 1/variance. */
    @ParameterizedTest
    @CsvSource({"16, 2", "64, 8", "1024, 16"})
    void advantage_discreteGaussian_isNearTheBound(double variance, int sensitivity) {
        Pmf pmf = Pmf.gaussian(variance);
        double distance = 0;
        for (int x = -pmf.last() - sensitivity; x <= pmf.last() + sensitivity; x++) {
            distance += Math.abs(pmf.at(x) - pmf.at(x - sensitivity)) / 2;
        }

        double bound = MembershipBound.centralMass(sensitivity / Math.sqrt(variance) / 2);
        assertThat(distance).isCloseTo(bound, within(bound / variance));
    }

    @Test
    void advantage_negativeBudget_fails() {
        assertThatThrownBy(() -> MembershipBound.advantage(Rational.of(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid budget -1/1: expected at least 0");
    }

    private static double percent(Rational rho) {
        return 100 * MembershipBound.advantage(rho).doubleValue();
    }
}
