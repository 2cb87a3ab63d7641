package com.opsatc.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.jobs.report.testing.Page;
import com.opsatc.jobs.report.testing.SampleDocuments;
import org.junit.jupiter.api.Test;

final class AdviceTextTest {
    private static final Page PAGE = Page.of(SampleDocuments.twoProcesses());

    @Test
    void recommendation_saysWhatItSavesWhatIsAgainstItAndHowOneWouldSee() {
        assertThat(PAGE.texts("advice")).singleElement().satisfies(card -> {
            assertThat(card)
                    .startsWith(
                            "observation R-order-to-cash-001 Escalate decisions that lie longer than nine in ten, from"
                                    + " Credit check to Release order: 100 d to 1,300 d of elapsed time less; the upper end is an"
                                    + " upper bound.");
            assertThat(card)
                    .contains("Against it The order of 60 of 1,105 passages rests on the tie-break.")
                    .contains("It assumes The slow decisions need no more facts than the others.")
                    .contains("Usually owned by")
                    .contains("Must not suffer")
                    .contains("after 8 full weeks, by the median time of the step, now")
                    .contains("F-order-to-cash-001");
        });
    }

    @Test
    void heldBack_andLookedAt_areFoldedAway() {
        assertThat(PAGE.html())
                .contains("Nothing is recommended: nothing that was looked at carries it.")
                .contains("1 held back")
                .contains("It rests on fewer than thirty cases.")
                .contains("A quarter of its time is in a tenth.")
                .contains("Change &lt;order&gt;");
    }
}
