package com.opsatc.contract.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> KNOWN = List.of("kpis", "edges", "variants", "tenant", "verify");

    @Test
    void of_swappedLetters_findsTheName() {
        assertThat(Nearest.of("tennat", KNOWN)).containsExactly("tenant");
        assertThat(Nearest.of("kpi", KNOWN)).containsExactly("kpis");
    }

    @Test
    void of_nothingNear_isEmpty() {
        assertThat(Nearest.of("k".repeat(100_000), List.of("k".repeat(99_999)))).isEmpty();
        assertThat(Nearest.of("bottle", KNOWN)).isEmpty();
    }

    @Test
    void of_tie_isByName() {
        assertThat(Nearest.of("aax", List.of("aac", "aab", "aad"))).containsExactly("aab", "aac");
    }
}
