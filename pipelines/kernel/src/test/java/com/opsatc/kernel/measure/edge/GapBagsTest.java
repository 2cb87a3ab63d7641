package com.opsatc.kernel.measure.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.kernel.figure.Durations;
import com.opsatc.kernel.visit.RandomLogs;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class GapBagsTest {
    @Test
    void bag_manyPairsAddedInTurnAndResized_keepsTheValuesOfEach() {
        RandomGenerator random = RandomLogs.generator(9);
        GapBags bags = new GapBags();
        long[] sums = new long[64];
        long[] counts = new long[64];
        for (int pairs = 1; pairs <= sums.length; pairs *= 4) {
            bags.resize(pairs);
            for (int i = 0; i < 30_000; i++) {
                int pair = random.nextInt(pairs);
                bags.add(pair, i);
                sums[pair] += i;
                counts[pair]++;
            }
        }

        for (int pair = 0; pair < sums.length; pair++) {
            assertThat(bags.bag(pair).count()).isEqualTo(counts[pair]);
            assertThat(new Durations(bags.bag(pair)).sumUs()).isEqualTo(sums[pair]);
        }
    }

    @Test
    void bag_pairWithoutValues_isEmpty() {
        GapBags bags = new GapBags();
        bags.resize(2);

        assertThat(bags.bag(1).count()).isZero();
    }
}
