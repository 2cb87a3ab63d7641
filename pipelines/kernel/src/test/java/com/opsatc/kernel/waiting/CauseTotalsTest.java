package com.opsatc.kernel.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.kernel.statistics.BucketBootstrap;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CauseTotalsTest {
    @Test
    void merge_anyDivision_isTheSame() {
        for (int parts = 1; parts < 5; parts++) {
            CauseTotals whole = new CauseTotals();
            CauseTotals[] cut = new CauseTotals[parts];
            Arrays.setAll(cut, i -> new CauseTotals());
            Random random = new Random(5);
            for (int i = 0; i < 200; i++) {
                long seed = random.nextLong();
                add(whole, new Random(seed));
                add(cut[random.nextInt(parts)], new Random(seed));
            }
            CauseTotals merged = new CauseTotals();
            for (CauseTotals part : cut) {
                merged.merge(part.toBytes());
            }

            assertThat(merged.toBytes()).isEqualTo(whole.toBytes());
        }
    }

    @Test
    void finish_ofWaitsWithAndWithoutSlot_keepsThemApart() {
        CauseTotals totals = new CauseTotals();
        totals.addWait(3, 1, 10);
        totals.addWait(3, 1, 5);
        WaitParts parts = new WaitParts();
        parts.set(Cause.CONTENTION, 4, 3, 4);
        parts.set(Cause.EXTRANEOUS, 1, 1, 2);
        totals.addCauses(3, 1, parts, 77);
        totals.addWithoutStart();
        totals.addWithoutEnabling();

        CauseTotals.Found found = totals.finish();

        assertThat(found.withoutStart()).isEqualTo(1);
        assertThat(found.withoutEnabling()).isEqualTo(1);
        assertThat(found.transitions()).singleElement().satisfies(one -> {
            assertThat(new long[] {one.from(), one.to(), one.n(), one.waitUs(), one.attributedUs()})
                    .containsExactly(3, 1, 2, 15, 5);
            assertThat(one.causes().parts()).containsExactly(0, 4, 0, 0, 1);
            assertThat(one.causes().least()).containsExactly(0, 3, 0, 0, 1);
            assertThat(one.causes().most()).containsExactly(0, 4, 0, 0, 2);
        });
        assertThat(found.bucketSums()[Cause.CONTENTION.ordinal()][BucketBootstrap.bucket(77)])
                .isEqualTo(4);
    }

    @Test
    void addWait_beyondWhatALongHolds_fails() {
        CauseTotals totals = new CauseTotals();
        totals.addWait(0, 1, Long.MAX_VALUE);

        assertThatThrownBy(() -> totals.addWait(0, 1, 1)).isInstanceOf(ArithmeticException.class);
    }

    private static void add(CauseTotals totals, Random random) {
        int from = random.nextInt(3);
        int to = random.nextInt(3);
        totals.addWait(from, to, random.nextInt(1_000));
        if (random.nextBoolean()) {
            WaitParts parts = new WaitParts();
            for (Cause cause : Cause.values()) {
                parts.set(cause, random.nextInt(100), random.nextInt(100), random.nextInt(100));
            }
            totals.addCauses(from, to, parts, random.nextInt(500));
        } else {
            totals.addWithoutStart();
        }
    }
}
