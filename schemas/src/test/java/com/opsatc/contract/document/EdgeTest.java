package com.opsatc.contract.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.figure.DurationFigures;
import org.junit.jupiter.api.Test;

class EdgeTest {
    private static final DurationFigures WAITING = new DurationFigures(2, 10, 5, 4, 6);

    @Test
    void isWaiting_halfOfTheGapsWithAStart_isEnough() {
        assertThat(Edge.isWaiting(4, 2)).isTrue();
        assertThat(Edge.isWaiting(5, 2)).isFalse();
        assertThat(Edge.isWaiting(4, 0)).isFalse();
    }

    @Test
    void asMeasured_mostlyWaiting_hasTheTimesOfTheWaitingAndEveryOccurrence() {
        Edge measured = edge(4, WAITING).asMeasured();

        assertThat(measured).isEqualTo(new Edge("A", "B", 4, 3, 10, 5, 4, 6, 1, 90, 0, 0, 0, WAITING));
    }

    @Test
    void asMeasured_fewStartsOrNone_staysAsItIs() {
        assertThat(edge(5, WAITING).asMeasured()).isEqualTo(edge(5, WAITING));
        assertThat(edge(5, null).asMeasured()).isEqualTo(edge(5, null));
    }

    private static Edge edge(long n, DurationFigures waiting) {
        return new Edge("A", "B", n, 3, 100, 25, 20, 80, 1, 90, 0, 0, 0, waiting);
    }
}
