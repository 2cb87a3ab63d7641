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
    void worth_saysHoursAndMoneyByChannelWithTheRateAndWhoStatesIt() {
        assertThat(PAGE.texts("advice"))
                .singleElement()
                .satisfies(card -> assertThat(card)
                        .contains("Worth, working capital")
                        .contains("700.00 EUR (P10 to P90: 88.42 to 1,300.00 EUR), by version 3 of the rate"));
        assertThat(PAGE.html())
                .contains("each part of a case once: <b>100\u00a0d to 1,300\u00a0d</b> less elapsed time")
                .contains("<th scope=\"row\">working capital</th><td class=\"n\">88.42 EUR</td>")
                .contains("<bdi class=\"tenant-text\">Note &lt;of&gt; January</bdi>")
                .contains("as treasury states")
                .contains("Channels are kept apart, and are not to be added.")
                .contains("<dt>labour</dt><dd>Not measured in money: no rate.</dd>")
                .contains("<dt>penalties</dt><dd>Not measured in money: nobody says.</dd>");
    }

    @Test
    void realised_saysWhatIsSeenWithBeforeAndSinceOfTheStepAndItsPeers() {
        assertThat(PAGE.html())
                .contains("What came of levers that were pulled")
                .contains("<span>no signal</span> <code>E-order-to-cash-001</code>")
                .contains("as operations states: <bdi class=\"tenant-text\">Minutes &lt;of&gt; the board</bdi>")
                .contains(
                        "<bdi class=\"tenant-text\">Bill</bdi> → <bdi class=\"tenant-text\">Pay</bdi> <small>untouched</small>")
                .contains("<td class=\"n\">2\u00a0h, n 500</td><td class=\"n\">1\u00a0h, n 605</td>");
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
