package com.opsatc.kernel.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RationalTest {
    @ParameterizedTest
    @CsvSource({"288/100000, 9/3125", "2/4, 1/2", "-2/4, -1/2", "0/7, 0/1", "8/1, 8/1"})
    void parse_fraction_isInLowestTerms(String text, String reduced) {
        assertThat(Rational.parse(text)).hasToString(reduced).isEqualTo(Rational.parse(reduced));
    }

    @Test
    void new_negativeDenominator_movesTheSign() {
        assertThat(Rational.of(3, -6)).isEqualTo(Rational.of(-1, 2)).hasToString("-1/2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1/", "/2", "+1/2", "1/-2", " 1/2", "1/2\n", "1/2/3", "0.5/1", "1e3/2", "١/٢"})
    void parse_otherText_fails(String text) {
        assertThatThrownBy(() -> Rational.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid fraction " + text + ": expected n/d in decimal digits, e.g. 288/100000");
    }

    @Test
    void new_zeroDenominator_fails() {
        assertThatThrownBy(() -> Rational.parse("1/0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid fraction: the denominator is 0; write n/d with d at least 1");
        assertThatThrownBy(() -> Rational.ONE.dividedBy(Rational.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"7/2, 3, 4", "-7/2, -4, -3", "6/2, 3, 3", "-6/2, -3, -3", "0/1, 0, 0", "1/3, 0, 1", "-1/3, -1, 0"})
    void floorAndCeiling_anySign_areTheIntegersAround(String text, BigInteger floor, BigInteger ceiling) {
        assertThat(Rational.parse(text).floor()).isEqualTo(floor);
        assertThat(Rational.parse(text).ceiling()).isEqualTo(ceiling);
    }

    @Test
    void arithmetic_randomFractions_keepsTheLawsOfAField() {
        RandomGenerator random = SeededUniforms.generator(1);
        for (int round = 0; round < 2_000; round++) {
            Rational a = Rational.of(random.nextInt(-50, 50), random.nextInt(1, 50));
            Rational b = Rational.of(random.nextInt(-50, 50), random.nextInt(1, 50));
            Rational c = Rational.of(random.nextInt(1, 50), random.nextInt(1, 50));

            assertThat(a.plus(b)).isEqualTo(b.plus(a));
            assertThat(a.plus(b).minus(b)).isEqualTo(a);
            assertThat(a.times(c).dividedBy(c)).isEqualTo(a);
            assertThat(a.plus(b).times(c)).isEqualTo(a.times(c).plus(b.times(c)));
            assertThat(Integer.signum(a.compareTo(b))).isEqualTo(a.minus(b).signum());
            assertThat(Rational.parse(a.toString())).isEqualTo(a);
        }
    }

    @Test
    void decimal_third_roundsAsAsked() {
        assertThat(Rational.of(2, 3).decimal(4, RoundingMode.FLOOR)).isEqualTo(new BigDecimal("0.6666"));
        assertThat(Rational.of(2, 3).decimal(4, RoundingMode.CEILING)).isEqualTo(new BigDecimal("0.6667"));
    }
}
