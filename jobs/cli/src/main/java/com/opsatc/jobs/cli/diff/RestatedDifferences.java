package com.opsatc.jobs.cli.diff;

import com.opsatc.contract.figure.Humane;
import com.opsatc.jobs.cli.restate.RestatedWeek;
import com.opsatc.jobs.cli.restate.Restatements;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Weeks that both runs published whole, and not alike: a line for each KPI, with the week that moved most. */
final class RestatedDifferences {
    private RestatedDifferences() {}

    static List<Difference> of(ComparedRun from, ComparedRun to) {
        Restatements restatements = new Restatements();
        restatements.published(from.manifest(), from.kpis());
        Map<String, List<RestatedWeek>> byKpi = restatements.since(to.manifest(), to.kpis()).stream()
                .collect(Collectors.groupingBy(RestatedWeek::id, TreeMap::new, Collectors.toList()));
        return byKpi.values().stream().map(RestatedDifferences::of).toList();
    }

    private static Difference of(List<RestatedWeek> weeks) {
        RestatedWeek most = weeks.stream().max(byChange()).orElseThrow();
        return new Difference(
                DiffPart.RESTATED,
                DiffKind.CHANGED,
                most.process(),
                most.id(),
                most.title() + ", week of " + most.week(),
                Amounts.of(most.then().value(), most.now().value(), most.unit())
                        .among(most.then().n(), most.now().n()),
                weeks.size() == 1
                        ? "the only week that both have and not alike"
                        : "the greatest change of " + Humane.count(weeks.size())
                                + " weeks that both have and not alike");
    }

    /** Of equal ones the earliest is last. */
    private static Comparator<RestatedWeek> byChange() {
        return Comparator.comparing(
                        (RestatedWeek week) -> week.difference() == null
                                ? null
                                : week.difference().abs(),
                        Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(RestatedWeek::week, Comparator.reverseOrder());
    }
}
