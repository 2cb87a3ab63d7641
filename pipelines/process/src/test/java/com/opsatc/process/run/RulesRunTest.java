package com.opsatc.process.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.document.ContextFile;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.Law;
import com.opsatc.contract.document.QualityDocument.LawCheck;
import com.opsatc.contract.figure.ClockUsed;
import com.opsatc.contract.rule.RuleBreach;
import com.opsatc.contract.rule.RuleFigures;
import com.opsatc.contract.rule.RuleTotals;
import com.opsatc.process.run.Platform.TestTenant;
import com.opsatc.process.testing.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Declared rules, from a tenant's configuration to the published document. */
class RulesRunTest {
    private static final long HOUR_US = 3_600_000_000L;
    private static final String OFFICE = """
            calendars:
              office: {shifts: {mon-fri: ["08:00-16:00"]}}
            """;

    @TempDir
    private Path folder;

    /** 2 January 2026 is a Friday; the file is known until the end of Friday the 9th. */
    @Test
    void run_aSmallLog_countsAsByHand() throws IOException {
        Files.writeString(folder.resolve("log.csv"), """
                case_id,activity,end_time
                c1,Order,2026-01-02T10:00:00Z
                c1,Ship,2026-01-06T23:00:00Z
                c1,Bill,2026-01-07T09:00:00Z
                c2,Order,2026-01-02T10:00:00Z
                c2,Ship,2026-01-07T01:00:00Z
                c2,Bill,2026-01-07T09:00:00Z
                c3,Order,2026-01-02T11:00:00Z
                c4,Order,2026-01-08T11:00:00Z
                c5,Bill,2026-01-05T00:00:00Z
                c5,Ship,2026-01-05T10:00:00Z
                c5,Bill,2026-01-09T10:00:00Z
                c6,Note,2026-01-09T10:00:00Z
                """);
        TestTenant tenant = Platform.tenant("rules-by-hand", "UTC").declaring(OFFICE + """
                calendar: office
                processes:
                  event-log:
                    rules:
                      - {id: shipped, kind: response, activities: [Order], then: [Ship], within: {days: 2, clock: business}}
                      - {id: worked, kind: response, activities: [Order], then: [Ship], within: {hours: 16, clock: business}}
                      - {id: ship-first, kind: precedence, activities: [Ship], then: [Bill]}
                      - {id: billed-once, kind: absence, activities: [Bill], times: 1}
                      - {id: paid, kind: response, activities: [Order], then: [Pay, Payed]}
                """);
        tenant.with(
                        "s",
                        "generic/event-log",
                        folder,
                        "UTC",
                        Map.of("case", "case_id", "activity", "activity", "timestamp", "end_time", "ends", "Bill"))
                .run();

        Map<String, RuleFigures> rules = rules(tenant);
        assertThat(rules.keySet()).containsExactlyInAnyOrder("shipped", "worked", "ship-first", "billed-once", "paid");
        // Due until the end of Tuesday the 6th: c1 in time, c2 an hour late, c3 missing for three days, c4 not yet due.
        RuleFigures shipped = rules.get("shipped");
        assertThat(shipped.totals()).isEqualTo(new RuleTotals(6, 4, 1, 2, 4, 1, 2, 1, 1, 1, 0));
        assertThat(shipped.share()).isEqualByComparingTo("0.666667");
        assertThat(shipped.clock()).isEqualTo(ClockUsed.business("office", "UTC"));
        assertThat(shipped.overruns().p50Us()).isEqualTo(HOUR_US + 1);
        assertThat(shipped.breaches())
                .extracting(RuleBreach::caseId, breach -> breach.event().row(), RulesRunTest::by, RuleBreach::overrunUs)
                .containsExactly(tuple("c3", 7L, null, 72 * HOUR_US), tuple("c2", 4L, 5L, HOUR_US + 1));
        // By Tuesday 16:00 six hours of Friday and two days have passed: 22 of c1 and of c2, by the end of Friday the
        // 9th 45 of c3 and 13 of c4.
        assertThat(rules.get("worked").totals()).isEqualTo(new RuleTotals(6, 4, 0, 3, 4, 0, 3, 2, 1, 1, 0));
        assertThat(rules.get("worked").overruns().p50Us()).isEqualTo(6 * HOUR_US);
        // The first bill of c5 has a date and no time, and was shipped that day.
        assertThat(rules.get("ship-first").totals()).isEqualTo(new RuleTotals(6, 3, 2, 0, 4, 3, 0, 0, 0, 0, 1));
        assertThat(rules.get("ship-first").caveats())
                .containsExactly(
                        "Undecided are those of which one of two events of a day has no time, so that it is not known"
                                + " which came first.");
        assertThat(rules.get("billed-once").totals()).isEqualTo(new RuleTotals(6, 6, 5, 1, 6, 5, 1, 0, 0, 0, 0));
        assertThat(rules.get("billed-once").breaches()).singleElement().satisfies(breach -> {
            assertThat(breach.event().row()).isEqualTo(11);
            assertThat(breach.by()).isEqualTo(breach.event());
            assertThat(breach.overrunUs()).isNull();
        });
        assertThat(rules.get("paid").notTested())
                .isEqualTo(
                        "No event of activity 'Pay' was seen; No event of activity 'Payed' was seen, so that the rule was"
                                + " not tested.");
        assertThat(tenant.document(Documents.QUALITY).laws()).contains(new LawCheck(Law.RULES, "event-log", 16));
    }

    @Test
    void run_withoutCalendarOrEnds_saysWhatIsNotKnown() throws IOException {
        Files.writeString(folder.resolve("log.csv"), """
                case_id,activity,end_time
                c1,Order,2026-01-02T10:00:00Z
                c1,Ship,2026-01-02T23:00:00Z
                c2,Order,2026-01-02T10:00:00Z
                """);
        TestTenant tenant = Platform.tenant("rules-unknown", "UTC").declaring("""
                processes:
                  event-log:
                    rules:
                      - {id: in-time, kind: response, activities: [Order], then: [Ship], within: {days: 2, clock: business}}
                      - {id: ever, kind: response, activities: [Order], then: [Ship, Shipp]}
                      - {id: two-hands, kind: four-eyes, activities: [Order], then: [Ship]}
                """);
        tenant.with(
                        "s",
                        "generic/event-log",
                        folder,
                        "UTC",
                        Map.of("case", "case_id", "activity", "activity", "timestamp", "end_time"))
                .run();

        Map<String, RuleFigures> rules = rules(tenant);
        assertThat(rules.get("in-time").notTested())
                .isEqualTo(
                        "No business calendar is declared for process event-log, so that the rule was not tested; declare"
                                + " one in the tenant's configuration.");
        assertThat(rules.get("two-hands").notTested())
                .isEqualTo(
                        "Fewer than 20 cases have both activities, and of so few it is not said whether one did both.");
        assertThat(rules.get("ever").totals()).isEqualTo(new RuleTotals(2, 2, 1, 0, 2, 1, 0, 0, 0, 1, 0));
        assertThat(rules.get("ever").caveats())
                .containsExactly(
                        "No event of activity 'Shipp' was seen.",
                        "The connector does not tell what closes a case: what is missing is pending, and broken only once a"
                                + " deadline has passed.");
    }

    /** Counted from the file alone by a few lines of Python; a slot is of a month, so that cases over the end of one are undecided. */
    @Test
    void run_fourEyesOfAPublishedLog_countsCasesAndNamesNone() {
        Path file = RealData.file("receipt/08_receipt.xes.gz");
        TestTenant tenant = Platform.tenant("rules-hands", "UTC").declaring("""
                processes:
                  xes:
                    rules:
                      - {id: late, kind: absence, activities: [T03 Adjust confirmation of receipt], times: 5}
                      - {id: checked, kind: four-eyes, activities: [Confirmation of receipt], then: [T02 Check confirmation of receipt]}
                      - {id: sent, kind: four-eyes, activities: [T04 Determine confirmation of receipt], then: [T05 Print and send confirmation of receipt]}
                      - {id: few, kind: four-eyes, activities: [T07-1 Draft intern advice aspect 1], then: [T03 Adjust confirmation of receipt]}
                """);
        tenant.with("s", "generic/xes", file, "UTC", Map.of("resource", "org:resource"))
                .run();

        Map<String, RuleFigures> rules = rules(tenant);
        assertThat(rules.get("checked").totals())
                .isEqualTo(new RuleTotals(1434, 1316, 188, 1085, 1316, 188, 1085, 0, 0, 0, 43));
        assertThat(rules.get("checked").share()).isEqualByComparingTo("0.852317");
        assertThat(rules.get("sent").totals())
                .isEqualTo(new RuleTotals(1434, 1299, 384, 877, 1299, 384, 877, 0, 0, 0, 38));
        assertThat(rules.get("checked").breaches()).isEmpty();
        assertThat(rules.get("few").notTested())
                .isEqualTo(
                        "Fewer than 20 cases have both activities, and of so few it is not said whether one did both.");
        assertThat(rules.get("late").totals().testedCases()).isEqualTo(1434);
        assertThat(tenant.document(Documents.CONTEXT).notBroken())
                .extracting(ContextFile.NotBroken::id)
                .contains("D-xes-checked");
    }

    private static Map<String, RuleFigures> rules(TestTenant tenant) {
        return tenant.document(Documents.RULES).rules().stream()
                .collect(Collectors.toMap(figures -> figures.rule().id(), Function.identity()));
    }

    private static Long by(RuleBreach breach) {
        Citation by = breach.by();
        return by == null ? null : Long.valueOf(by.row());
    }
}
