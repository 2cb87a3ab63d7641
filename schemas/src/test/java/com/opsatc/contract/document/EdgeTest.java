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

        assertThat(measured)
                .isEqualTo(EdgeBuilder.builder()
                        .from("A")
                        .to("B")
                        .n(4)
                        .cases(3)
                        .sumUs(10)
                        .meanUs(5)
                        .p50Us(4)
                        .p90Us(6)
                        .minUs(1)
                        .maxUs(90)
                        .overlapN(0)
                        .overlapUs(0)
                        .ties(0)
                        .waiting(WAITING)
                        .build());
    }

    @Test
    void asMeasured_fewStartsOrNone_staysAsItIs() {
        assertThat(edge(5, WAITING).asMeasured()).isEqualTo(edge(5, WAITING));
        assertThat(edge(5, null).asMeasured()).isEqualTo(edge(5, null));
    }

    private static Edge edge(long n, DurationFigures waiting) {
        return EdgeBuilder.builder()
                .from("A")
                .to("B")
                .n(n)
                .cases(3)
                .sumUs(100)
                .meanUs(25)
                .p50Us(20)
                .p90Us(80)
                .minUs(1)
                .maxUs(90)
                .overlapN(0)
                .overlapUs(0)
                .ties(0)
                .waiting(waiting)
                .build();
    }
}
