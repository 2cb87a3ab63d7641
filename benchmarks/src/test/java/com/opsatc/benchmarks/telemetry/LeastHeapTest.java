package com.opsatc.benchmarks.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeastHeapTest {
    @Test
    void mebi_everyNeed_isFoundToTheNextStep() throws Exception {
        for (int need = 1; need <= 2048; need++) {
            int needed = need;

            assertThat(LeastHeap.mebi(heap -> heap >= needed)).isEqualTo((need + 7) / 8 * 8);
        }
    }

    @Test
    void mebi_nothingSmaller_isTheLargest() throws Exception {
        assertThat(LeastHeap.mebi(heap -> false)).isEqualTo(LeastHeap.MOST_MEBI);
    }
}
