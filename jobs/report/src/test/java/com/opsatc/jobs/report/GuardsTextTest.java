package com.opsatc.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.document.KpisDocument;
import com.opsatc.contract.figure.GuardRule;
import com.opsatc.contract.guard.GuardFigure;
import com.opsatc.contract.guard.GuardSign;
import com.opsatc.contract.guard.GuardVerdict;
import com.opsatc.jobs.report.testing.Page;
import com.opsatc.jobs.report.testing.SampleDocuments;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the page says of guards. */
class GuardsTextTest {
    private static final ReportInput SAMPLE = SampleDocuments.twoProcesses();
    private static final String GUARD = "K-order-to-cash-on-time-line";
    private static final String TILE = "<h4>On time, order lines</h4>";
    private static final GuardRule RULE = new GuardRule(
            List.of("cycle-time"),
            new TreeMap<>(),
            new BigDecimal("0.05"),
            new BigDecimal("0.95"),
            "Sooner <is> no better.");

    @Test
    void guards_thatSayNothing_haveNoTile() {
        String html = html(GuardVerdict.NO_SIGNAL, List.of());

        assertThat(html)
                .contains("Could a figure look better than the work is? 1 guards, no signal</summary>")
                .contains(
                        "On time, order lines</a> <small>It signals above 5.0 % and below 95.0 %, or where it became worse."
                                + " Sooner &lt;is&gt; no better.</small>")
                .contains("<td>No signal</td><td><small>Cycle time</small></td>")
                .contains("opsatc explain " + GUARD + " --tenant acme --all")
                .doesNotContain(TILE);
        assertThat(Page.of(SAMPLE).html()).contains(TILE).doesNotContain("Could a figure look better");
    }

    @Test
    void guards_thatSignal_saySoInFrontAndHaveTheirTile() {
        assertThat(html(GuardVerdict.SIGNAL, List.of(GuardSign.HIGH, GuardSign.WORSE)))
                .contains("<b>1 of 1 guards signal</b>")
                .contains("<td><b>Signal: above its threshold, worse than before</b></td>")
                .contains(TILE);
    }

    private static String html(GuardVerdict verdict, List<GuardSign> signs) {
        KpiValue guarded = SAMPLE.kpis().kpis().get(0);
        GuardFigure guard = new GuardFigure(guarded.process(), GUARD, List.of(guarded.id()), verdict, signs, RULE);
        return Page.of(ReportInputBuilder.builder(SAMPLE)
                        .kpis(new KpisDocument(
                                SAMPLE.kpis().header(), SAMPLE.kpis().kpis(), List.of(), List.of(guard)))
                        .build())
                .html()
                .replace('\u00a0', ' ');
    }
}
