package com.opsatc.process.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.document.Documents;
import com.opsatc.contract.figure.DurationFigures;
import com.opsatc.contract.rule.RuleFigures;
import com.opsatc.contract.rule.RuleTotals;
import com.opsatc.process.run.Platform.TestTenant;
import java.util.List;

/**
 * Rules that tenants with public logs declare, and what another program counts that compares every pair of events of a case. The calendar
 * of ten working days knows Mondays to Fridays in Amsterdam; logs are known until the end of their last day in UTC.
 */
final class RealRules {
    static final String APPLICATIONS = """
            calendars: {office: {zone: Europe/Amsterdam, shifts: {mon-fri: ["08:00-16:00"]}}}
            process-calendars: {applications: office}
            processes:
              applications:
                rules:
                  - {id: decided, kind: response, activities: [A_SUBMITTED], then: [A_APPROVED, A_CANCELLED, A_DECLINED], within: {days: 14}}
                  - {id: answered, kind: response, activities: [O_SENT], then: [O_SENT_BACK, O_CANCELLED], within: {days: 10, clock: business}}
                  - {id: called, kind: response, activities: [W_Nabellen offertes+SCHEDULE], then: [W_Nabellen offertes+START], within: {hours: 24}}
                  - {id: accepted-first, kind: precedence, activities: [O_ACCEPTED], then: [A_APPROVED]}
                  - {id: two-offers, kind: absence, activities: [O_CREATED], times: 2}
                  - {id: one-outcome, kind: not-co-existence, activities: [A_APPROVED], then: [O_DECLINED]}
                  - {id: concluded, kind: existence, activities: [A_APPROVED, A_CANCELLED, A_DECLINED]}
            """;
    static final String INCIDENTS = """
            processes:
              incidents:
                rules:
                  - {id: accepted, kind: response, activities: [Queued], then: [Accepted], within: {hours: 24}}
                  - {id: queued-twice, kind: absence, activities: [Queued], times: 2}
                  - {id: resolved-first, kind: precedence, activities: [Completed+Resolved], then: [Completed+Closed]}
            """;

    private RealRules() {}

    /** The connector declares the first and the second rule, and a third whose place the tenant's {@code one-outcome} takes. */
    static void assertApplications(TestTenant tenant) {
        assertThat(lines(tenant))
                .containsExactly(
                        line(
                                "offer-before-approval",
                                new RuleTotals(13_087, 2_246, 2_246, 0, 2_246, 2_246, 0, 0, 0, 0, 0)),
                        line("offers-are-sent", new RuleTotals(13_087, 5_015, 5_015, 0, 7_030, 7_030, 0, 0, 0, 0, 0)),
                        line("one-outcome", new RuleTotals(13_087, 3_048, 3_048, 0, 3_048, 3_048, 0, 0, 0, 0, 0)),
                        line(
                                        "decided",
                                        new RuleTotals(
                                                13_087, 13_087, 9_610, 3_477, 13_087, 9_610, 3_477, 3_078, 399, 0, 0))
                                + " late 3320621368862000 1100058147000 1822544509900"
                                + " worst 179591 6692136161000, 188485 6369515720000",
                        line(
                                        "answered",
                                        new RuleTotals(
                                                13_087, 5_015, 3_107, 1_861, 7_030, 4_967, 1_997, 1_638, 359, 66, 0))
                                + " late 1408689194681638 925143714001 1415743323401"
                                + " worst 173748 13140000000000, 175958 12276000000000",
                        line(
                                        "called",
                                        new RuleTotals(
                                                13_087, 5_015, 2_363, 2_651, 6_634, 3_835, 2_798, 2_784, 14, 1, 0))
                                + " late 1371106986894000 519070919000 624053703400"
                                + " worst 175789 13420692300999, 180832 11625071350999",
                        line(
                                "accepted-first",
                                new RuleTotals(13_087, 2_246, 1_445, 801, 2_246, 1_445, 801, 0, 801, 0, 0)),
                        line(
                                "two-offers",
                                new RuleTotals(13_087, 13_087, 12_676, 411, 13_087, 12_676, 411, 0, 0, 0, 0)),
                        line("concluded", new RuleTotals(13_087, 13_087, 12_688, 0, 13_087, 12_688, 0, 0, 0, 399, 0)));
    }

    /** One event of the log is complete at the first instant of a day, so that a rule is undecided once. */
    static void assertIncidents(TestTenant tenant) {
        assertThat(lines(tenant))
                .containsExactly(
                        line(
                                        "accepted",
                                        new RuleTotals(
                                                7_554, 4_511, 3_278, 1_232, 11_544, 9_740, 1_803, 1_756, 47, 0, 1))
                                + " late 891364567000000 160890000000 890779000000"
                                + " worst 1-543979253 24532255000000, 1-537219938 18140259000000",
                        line(
                                "queued-twice",
                                new RuleTotals(7_554, 7_554, 6_084, 1_470, 7_554, 6_084, 1_470, 0, 0, 0, 0)),
                        line("resolved-first", new RuleTotals(7_554, 5_574, 5_574, 0, 5_716, 5_716, 0, 0, 0, 0, 0)));
    }

    private static List<String> lines(TestTenant tenant) {
        return tenant.document(Documents.RULES).rules().stream()
                .map(RealRules::line)
                .toList();
    }

    private static String line(RuleFigures figures) {
        DurationFigures late = figures.overruns();
        String line = line(figures.rule().id(), figures.totals());
        return late == null
                ? line
                : line + " late " + late.sumUs() + " " + late.p50Us() + " " + late.p90Us() + " worst "
                        + String.join(
                                ", ",
                                figures.breaches().stream()
                                        .limit(2)
                                        .map(breach -> breach.caseId() + " " + breach.overrunUs())
                                        .toList());
    }

    private static String line(String rule, RuleTotals totals) {
        return rule + " " + totals;
    }
}
