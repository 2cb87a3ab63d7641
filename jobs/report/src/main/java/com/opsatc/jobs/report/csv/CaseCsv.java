package com.opsatc.jobs.report.csv;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.ageing.AgedCase;
import com.opsatc.contract.ageing.MissedDates;
import com.opsatc.contract.ageing.ProcessAgeing.AgeCount;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.rule.RuleFigures;
import com.opsatc.contract.rule.RuleTotals;
import com.opsatc.jobs.report.csv.CsvLink.Row;
import java.util.List;

/** The tables that name cases as data, those that are open and those that break rules: as {@link CsvTables}. */
public record CaseCsv(TenantId tenant) {
    public CaseCsv {
        requireNonNull(tenant, "tenant");
    }

    public CsvLink ages(String process, List<AgeCount> classes) {
        return CsvLink.of(
                tenant,
                "Open by age",
                process + "-ages",
                List.of("from_days", "open", "late"),
                classes.stream()
                        .map(each -> new Row(each.fromDays(), each.open(), each.late()))
                        .toList());
    }

    /** Empty cells where no risk is given. */
    public CsvLink openCases(String process, List<AgedCase> cases) {
        return CsvLink.of(
                tenant,
                "Open cases",
                process + "-open",
                List.of(
                        "case_id",
                        "since",
                        "age_us",
                        "last_activity",
                        "last_on",
                        "late",
                        "missed",
                        "of",
                        "low",
                        "high"),
                cases.stream().map(CaseCsv::openCase).toList());
    }

    private static Row openCase(AgedCase each) {
        MissedDates missed = each.missed();
        return new Row(
                each.caseId(),
                each.since(),
                each.ageUs(),
                each.lastActivity(),
                each.lastOn(),
                each.late() == null ? null : Boolean.toString(each.late()),
                missed == null ? null : missed.n(),
                missed == null ? null : missed.of(),
                missed == null ? null : missed.interval().low(),
                missed == null ? null : missed.interval().high());
    }

    public CsvLink rules(String process, List<RuleFigures> rules) {
        return CsvLink.of(
                tenant,
                "Rules",
                process + "-rules",
                List.of(
                        "rule",
                        "words",
                        "cases",
                        "tested_cases",
                        "kept_cases",
                        "broken_cases",
                        "share",
                        "low",
                        "high",
                        "activations",
                        "kept",
                        "broken",
                        "pending",
                        "undecided",
                        "overrun_p50_us",
                        "overrun_p90_us"),
                rules.stream()
                        .filter(each -> each.totals() != null)
                        .map(CaseCsv::rule)
                        .toList());
    }

    private static Row rule(RuleFigures each) {
        RuleTotals totals = each.totals();
        return new Row(
                each.rule().id(),
                each.rule().words(),
                totals.cases(),
                totals.testedCases(),
                totals.keptCases(),
                totals.brokenCases(),
                each.share(),
                each.interval() == null ? null : each.interval().low(),
                each.interval() == null ? null : each.interval().high(),
                totals.activations(),
                totals.kept(),
                totals.broken(),
                totals.pending(),
                totals.undecided(),
                each.overruns() == null ? null : each.overruns().p50Us(),
                each.overruns() == null ? null : each.overruns().p90Us());
    }
}
