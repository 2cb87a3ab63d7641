package com.opsatc.jobs.report.testing;

import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.figure.ClockUsed;
import com.opsatc.contract.figure.DurationFigures;
import com.opsatc.contract.figure.Interval;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.rule.RuleBreach;
import com.opsatc.contract.rule.RuleFigures;
import com.opsatc.contract.rule.RuleKind;
import com.opsatc.contract.rule.RuleTotals;
import com.opsatc.contract.rule.StatedRule;
import java.math.BigDecimal;
import java.util.List;

/** Rules of incidents: one that is broken late and by what is missing, and one that was not tested. */
public final class SampleRules {
    private static final long HOUR = 3_600_000_000L;

    private SampleRules() {}

    public static List<RuleFigures> incident() {
        return List.of(
                new RuleFigures(
                        new StatedRule(
                                "incident",
                                "diagnosed-in-time",
                                "Incidents are diagnosed in time",
                                RuleKind.RESPONSE,
                                "After Assign comes Diagnose within 2 working days",
                                List.of("Assign"),
                                List.of("Diagnose")),
                        ClockUsed.business("office", "Europe/Berlin"),
                        null,
                        new RuleTotals(400, 390, 350, 30, 391, 355, 31, 30, 1, 4, 1),
                        new BigDecimal("0.078947"),
                        new Interval(
                                new BigDecimal("0.95"),
                                new BigDecimal("0.055861"),
                                new BigDecimal("0.110456"),
                                "wilson"),
                        new DurationFigures(30, 300 * HOUR, 10 * HOUR, 8 * HOUR, 20 * HOUR),
                        List.of("No event of activity 'Diagnose again' was seen."),
                        List.of(
                                new RuleBreach("INC0007", 0, record(7), null, 50 * HOUR),
                                new RuleBreach("INC0003", 0, record(3), record(4), 20 * HOUR))),
                RuleFigures.notTested(
                        new StatedRule(
                                "incident",
                                "escalated-once",
                                null,
                                RuleKind.ABSENCE,
                                "No case has Escalate more than once",
                                List.of("Escalate"),
                                List.of()),
                        "No event of activity 'Escalate' was seen, so that the rule was not tested."));
    }

    private static Citation record(long row) {
        return new Citation("servicenow", Sha256.of("incidents"), row, "INC000" + row);
    }
}
