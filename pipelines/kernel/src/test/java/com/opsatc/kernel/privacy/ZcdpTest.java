package com.opsatc.kernel.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZcdpTest {
    private static final Rational DELTA = Rational.parse("1/1000000");
    private static final Rational USER_DELTA = Rational.parse("1/1000000000");
    private static final double G = Projection.UNIT_SCALE;

    /** The exact values, from 40-digit arithmetic: .182895377, .621692655, 2.141938928, 5.221534445, 7.766216625, 11.688596249. */
    @ParameterizedTest
    @CsvSource({
        "1/1000, .182896",
        "1/100, .621693",
        "1/10, 2.141939",
        "1/2, 5.221535",
        "1/1, 7.766217",
        "2/1, 11.688597",
        "1052/1000, 7.998417",
        "0/1, 0"
    })
    void epsilon_knownBudgets_isRoundedUp(String rho, BigDecimal epsilon) {
        assertThat(Zcdp.epsilon(Rational.parse(rho), DELTA)).isEqualTo(epsilon.setScale(6));
    }

    @ParameterizedTest
    @CsvSource({"1/100, .810175", "1/1, 9.521464"})
    void epsilon_smallerDelta_isRoundedUp(String rho, BigDecimal epsilon) {
        assertThat(Zcdp.epsilon(Rational.parse(rho), USER_DELTA)).isEqualTo(epsilon.setScale(6));
    }

    @Test
    void epsilon_tinyAndHugeBudgets_staysAValidBound() {
        // The bound of Bun and Steinke is never below the best order's; a budget so small leaves epsilon at delta at 0.
        assertThat(Zcdp.epsilon(Rational.of(1, Long.MAX_VALUE), DELTA)).isEqualTo(new BigDecimal("0.000001"));
        for (long rho : new long[] {5, 50, 5_000}) {
            double simple = rho + 2 * Math.sqrt(rho * Math.log(1e6));
            assertThat(Zcdp.epsilon(Rational.of(rho), DELTA).doubleValue()).isBetween((double) rho, simple);
        }
    }

    @ParameterizedTest
    @CsvSource({"1/1, .02436", "2/1, .08815", "4/1, .31106", "8/1, 1.05236", "16/1, 3.35046"})
    void rho_knownEpsilon_isTheTabulatedBudget(String epsilon, BigDecimal rho) {
        Rational found = Zcdp.rho(Rational.parse(epsilon), DELTA);

        assertThat(found.decimal(5, RoundingMode.HALF_EVEN)).isEqualTo(rho.setScale(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/1000", "1/3", "1/1", "8/1", "10/1", "333/10"})
    void rho_anyEpsilon_isTheLargestThatKeepsIt(String epsilon) {
        Rational allowed = Rational.parse(epsilon);

        Rational rho = Zcdp.rho(allowed, DELTA);
        Rational more = rho.plus(Rational.of(10, 100_000_000));

        assertThat(Zcdp.epsilon(rho, DELTA)).isLessThanOrEqualTo(allowed.decimal(6, RoundingMode.CEILING));
        assertThat(Zcdp.epsilon(rho, DELTA)).isLessThanOrEqualTo(allowed.decimal(6, RoundingMode.FLOOR));
        assertThat(Zcdp.epsilon(more, DELTA)).isGreaterThan(allowed.decimal(6, RoundingMode.FLOOR));
    }

    @ParameterizedTest
    @CsvSource({"1/1, 86.6, 32.7, 15.8", "4/1, 24.2, 9.2, 4.4", "8/1, 13.2, 5.0, 2.4", "16/1, 7.4, 2.8, 1.3"})
    void sigmaSquared_annualEpsilon_isTheTabulatedNoise(String epsilon, double day, double week, double month) {
        Rational rhoDay = Zcdp.rho(Rational.parse(epsilon), DELTA).dividedBy(Rational.of(365));

        double sigma = Math.sqrt(Zcdp.sigmaSquared(rhoDay).doubleValue()) / G;

        assertThat(sigma).isCloseTo(day, within(0.051));
        assertThat(sigma / Math.sqrt(7)).isCloseTo(week, within(0.051));
        assertThat(sigma / Math.sqrt(30)).isCloseTo(month, within(0.051));
    }

    @Test
    void rho_otherAccountants_standWhereTheSpecificationSays() {
        double rho =
                Zcdp.rho(Rational.of(8), DELTA).decimal(8, RoundingMode.DOWN).doubleValue();
        double logInverseDelta = Math.log(1e6);
        double simple = Math.pow(Math.sqrt(logInverseDelta + 8) - Math.sqrt(logInverseDelta), 2);
        double exact = exactGaussianBudget(8, 1e-6);

        assertThat(simple).isCloseTo(0.9097, within(5.1e-5));
        assertThat(exact).isCloseTo(1.1728, within(5.1e-5));
        assertThat(rho).isBetween(simple, exact);
        // noise of the exact conversion over ours: 5 % at most
        assertThat(Math.sqrt(exact / rho)).isCloseTo(1.056, within(5e-4));
        // a naive split of epsilon over days needs Laplace noise of standard deviation 64.5, 4.9 times ours
        double naive = Math.sqrt(2) * 365 / 8;
        assertThat(naive).isCloseTo(64.5, within(0.05));
        assertThat(naive / Math.sqrt(365 / (2 * rho))).isCloseTo(4.9, within(0.05));
    }

    /** The budget at which a Gaussian mechanism has exactly this delta at this epsilon (Balle and Wang, 2018). */
    private static double exactGaussianBudget(double epsilon, double delta) {
        double low = 0;
        double high = 10;
        for (int step = 0; step < 100; step++) {
            double rho = (low + high) / 2;
            double mu = Math.sqrt(2 * rho);
            double found =
                    Tails.normal(mu / 2 - epsilon / mu) - Math.exp(epsilon) * Tails.normal(-mu / 2 - epsilon / mu);
            low = found < delta ? rho : low;
            high = found < delta ? high : rho;
        }
        return low;
    }

    @ParameterizedTest
    @CsvSource({"1/20, .405", "1/10, .832", "1/5, 1.72"})
    void userRho_annualBudget_isTheTabulatedEpsilon(String weight, double epsilon) {
        Rational rhoYear = Zcdp.rho(Rational.of(8), DELTA);
        long radius = Projection.radius(Rational.parse(weight));

        // without rounding, as the table is; with that of 64 cells the figure grows by 0.2 % at most
        double table = Zcdp.epsilon(Zcdp.userRho(rhoYear, radius), USER_DELTA).doubleValue();
        double accounted = Zcdp.epsilon(Zcdp.userRho(rhoYear, Projection.userSensitivity(radius, 64)), USER_DELTA)
                .doubleValue();

        assertThat(table).isCloseTo(epsilon, within(0.0055));
        assertThat(accounted / table).isBetween(1.0, 1.0035);
    }

    @Test
    void userRho_week_isTheTabulatedEpsilon() {
        Rational rhoWeek = Zcdp.rho(Rational.of(8), DELTA).times(7).dividedBy(Rational.of(365));
        Rational user = Zcdp.userRho(rhoWeek, Projection.radius(Rational.of(1, 10)));

        assertThat(Zcdp.epsilon(user, USER_DELTA)).isEqualTo(new BigDecimal("0.106982"));
    }

    @Test
    void sigmaSquared_manifestBudget_isRoundedUpAndSpendsNoMore() {
        Rational rho = Rational.parse("288/100000").times(Rational.parse("30/100"));

        BigInteger variance = Zcdp.sigmaSquared(rho);

        // 2^32 / (2 * 0.000864) = 2485513481481.48...
        assertThat(variance).isEqualTo(new BigInteger("2485513481482"));
        assertThat(Zcdp.rho(variance)).isLessThanOrEqualTo(rho);
        assertThat(Zcdp.rho(variance.subtract(BigInteger.ONE))).isGreaterThan(rho);
    }

    @Test
    void composed_blocksOfADay_addUpExactly() {
        Rational day = Rational.parse("288/100000");
        List<Rational> blocks = List.of(
                day.times(Rational.of(1, 10)),
                day.times(Rational.of(3, 10)),
                day.times(Rational.of(4, 10)),
                day.times(Rational.of(2, 10)));

        assertThat(Zcdp.composed(blocks)).isEqualTo(day);
        assertThat(Zcdp.composed(List.of())).isEqualTo(Rational.ZERO);
        // 365 days of 288/100000 are 1.0512, within the annual 1.052, and an epsilon of 8
        assertThat(day.times(365)).isLessThanOrEqualTo(Rational.parse("1052/1000"));
        assertThat(Zcdp.epsilon(Rational.parse("1052/1000"), DELTA).setScale(0, RoundingMode.CEILING))
                .isEqualTo(new BigDecimal("8"));
    }

    @Test
    void arguments_outOfRange_fail() {
        assertThatThrownBy(() -> Zcdp.sigmaSquared(Rational.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid budget 0/1: expected more than 0");
        assertThatThrownBy(() -> Zcdp.epsilon(Rational.of(-1), DELTA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid budget -1/1: expected at least 0");
        assertThatThrownBy(() -> Zcdp.epsilon(Rational.ONE, Rational.ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid delta 1/1: expected more than 0 and less than 1");
        assertThatThrownBy(() -> Zcdp.rho(Rational.ONE, Rational.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid delta 0/1: expected more than 0 and less than 1");
        assertThatThrownBy(() -> Zcdp.rho(Rational.of(1001), DELTA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid epsilon 1001/1: expected more than 0, at most 1000");
    }
}
