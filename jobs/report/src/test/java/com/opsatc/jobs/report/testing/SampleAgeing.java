package com.opsatc.jobs.report.testing;

import com.opsatc.contract.ageing.AgedCase;
import com.opsatc.contract.ageing.HeldOutCoverage;
import com.opsatc.contract.ageing.MissedDates;
import com.opsatc.contract.ageing.ProcessAgeing;
import com.opsatc.contract.ageing.ProcessAgeing.AgeCount;
import com.opsatc.contract.ageing.ProcessAgeingBuilder;
import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.figure.Interval;
import com.opsatc.contract.id.Sha256;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What is open of a process whose risks are given; another one does not tell. */
public final class SampleAgeing {
    private static final long DAY = 24L * 3_600 * 1_000_000;

    private SampleAgeing() {}

    public static List<ProcessAgeing> both() {
        return List.of(
                ProcessAgeing.none("order-to-cash", "The connector names nothing that ends a case."), incident());
    }

    public static ProcessAgeing incident() {
        AgedCase late = new AgedCase(
                "INC 1",
                LocalDate.parse("2026-06-01"),
                30 * DAY,
                "Assign",
                LocalDate.parse("2026-06-02"),
                true,
                null,
                new Citation("servicenow", Sha256.of("incidents"), 4, "number INC1"));
        AgedCase atRisk = new AgedCase(
                "INC 2",
                LocalDate.parse("2026-06-26"),
                5 * DAY,
                "Diagnose",
                LocalDate.parse("2026-06-27"),
                false,
                new MissedDates(
                        30,
                        120,
                        new BigDecimal("0.250000"),
                        new Interval(
                                new BigDecimal("0.9"),
                                new BigDecimal("0.191214"),
                                new BigDecimal("0.319748"),
                                "wilson")),
                new Citation("servicenow", Sha256.of("incidents"), 9));
        return ProcessAgeingBuilder.builder()
                .process("incident")
                .open(4L)
                .closed(400L)
                .classes(List.of(
                        new AgeCount(0, 1, 0),
                        new AgeCount(1, 0, 0),
                        new AgeCount(3, 1, 0),
                        new AgeCount(7, 0, 0),
                        new AgeCount(30, 2, 2),
                        new AgeCount(90, 0, 0)))
                .target(new ProcessAgeing.Target(10 * DAY, 400))
                .heldOut(new HeldOutCoverage(24, 60, 700, new BigDecimal("53.750000"), true))
                .oldest(List.of(late, atRisk))
                .atRisk(List.of(atRisk))
                .build();
    }

    /** The same where held-out weeks do not bear the risks out. */
    public static ProcessAgeing withheld() {
        return ProcessAgeingBuilder.builder(incident())
                .heldOut(new HeldOutCoverage(24, 60, 700, new BigDecimal("40.000000"), false))
                .withheld("Of 60 intervals 40.0 held.")
                .oldest(incident().oldest().subList(0, 1))
                .atRisk(List.of())
                .build();
    }
}
