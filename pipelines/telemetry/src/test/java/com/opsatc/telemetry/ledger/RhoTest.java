package com.opsatc.telemetry.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class RhoTest {
    @Test
    void plus_unlikeDenominators_isExactAndInLowestTerms() {
        assertThat(Rho.of(1, 6).plus(Rho.of(1, 3))).isEqualTo(Rho.of(1, 2)).hasToString("1/2");
        assertThat(Rho.of(0, 7)).isEqualTo(Rho.ZERO).hasToString("0/1");
        assertThat(Rho.ZERO.plus(Rho.of(289, 100_000))).isEqualTo(Rho.of(289, 100_000));
    }

    @Test
    void compareTo_closerThanDoublesCanTell_isByValue() {
        BigInteger large = BigInteger.TWO.pow(200);
        Rho half = new Rho(large, large.shiftLeft(1));
        Rho more = new Rho(large.add(BigInteger.ONE), large.shiftLeft(1));
        assertThat(half.compareTo(Rho.of(1, 2))).isZero();
        assertThat(more.compareTo(half)).isPositive();
        assertThat(half.compareTo(more)).isNegative();
    }

    @Test
    void construct_negativeOrWithoutDenominator_fails() {
        for (long[] parts : List.of(new long[] {-1, 2}, new long[] {1, 0}, new long[] {1, -2})) {
            assertThatThrownBy(() -> Rho.of(parts[0], parts[1]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Invalid rho: expected a numerator from 0 and a denominator from 1");
        }
    }

    @Test
    void construct_chargeOrReservationThatIsNone_fails() {
        assertThatThrownBy(() -> new Charge("latency", Rho.ZERO))
                .hasMessage("Invalid charge of block latency: rho must be more than 0");
        for (String name : new String[] {"", "-a", "a b", "a/b", "x".repeat(65)}) {
            assertThatThrownBy(() -> new Charge(name, Rho.of(1, 2)))
                    .hasMessage(
                            "Illegal block id: use 1 to 64 characters of A-Z a-z 0-9 . _ -, starting with a letter or"
                                    + " digit");
        }

        Charge charge = new Charge("latency", Rho.of(1, 2));
        assertThatThrownBy(() -> reservation(List.of()))
                .hasMessage("Invalid reservation: expected at least one charge");
        assertThatThrownBy(() -> reservation(List.of(charge, charge)))
                .hasMessage("Invalid reservation: a block is charged once a day");
    }

    private static NewReservation reservation(List<Charge> charges) {
        return new NewReservation(
                EmptyLedger.DAY, EmptyLedger.INPUT, EmptyLedger.MANIFEST, charges, Rho.of(1, 1), EmptyLedger.AFTER);
    }
}
