package com.opsatc.process.admit.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.id.Sha256;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RepeatedRecordsTest {
    @Test
    void possible_random_isWhatASetSays() {
        Random random = new Random(7);
        for (int records : new int[] {0, 1, 2, 511, 512, 513, 5_000, 40_000}) {
            RepeatedRecords repeated = new RepeatedRecords();
            Set<String> naive = new HashSet<>();
            boolean expected = false;
            for (int i = 0; i < records; i++) {
                String digest = Sha256.of("r" + random.nextInt(records * records / 2 + 1))
                        .hex();
                expected |= !naive.add(digest);
                repeated.add(digest);
            }

            assertThat(repeated.possible()).as("%d records", records).isEqualTo(expected);
        }
    }

    @Test
    void add_aDigestWhoseBitsAreAllZero_cannotBeToldFromAnEmptyPlace() {
        RepeatedRecords repeated = new RepeatedRecords();

        repeated.add("0".repeat(64));

        assertThat(repeated.possible()).isTrue();
    }
}
