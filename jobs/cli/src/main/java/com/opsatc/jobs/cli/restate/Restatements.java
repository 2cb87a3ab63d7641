package com.opsatc.jobs.cli.restate;

import com.opsatc.contract.claim.DefinitionRef;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.figure.SeriesPoint;
import com.opsatc.contract.id.Sha256;
import com.opsatc.evidence.EvidenceReader;
import com.opsatc.evidence.EvidenceRow;
import com.opsatc.tenancy.run.Published;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * The weeks of published KPIs as they were known when a run first published them whole, held against what is known now (definitions
 * 1.20). All figures are published ones; nothing is computed but differences, and who moved.
 *
 * <p>Runs are told oldest first. A week that a run published while it was not over is not known yet; one that a run published by
 * another version of its definition, or in another zone, is another figure.
 */
public final class Restatements {
    /** What makes a week of one run the same as one of another. */
    private record Week(String kpi, DefinitionRef definition, String zone, LocalDate monday) {}

    /** A week as first published, and by which run. */
    private record First(KnownWeek known, RunManifest run) {}

    private final Map<Week, First> first = new HashMap<>();

    /** Tells of a run that was published after those told before. */
    public void published(RunManifest run, List<KpiValue> kpis) {
        weeks(kpis, (week, point) -> first.putIfAbsent(week, new First(KnownWeek.of(run, point), run)));
    }

    /** What is another figure in this run, by KPI as the run has them, then week. */
    public List<RestatedWeek> since(RunManifest run, List<KpiValue> kpis) {
        Map<String, KpiValue> byId = kpis.stream().collect(Collectors.toMap(KpiValue::id, kpi -> kpi));
        Map<String, List<LateFile>> filesSince = new HashMap<>();
        List<RestatedWeek> restated = new ArrayList<>();
        weeks(kpis, (week, point) -> {
            First then = first.get(week);
            KnownWeek now = KnownWeek.of(run, point);
            if (then != null && !then.known.saysAs(now)) {
                restated.add(RestatedWeek.of(
                        byId.get(week.kpi),
                        week.monday,
                        then.known,
                        now,
                        filesSince.computeIfAbsent(then.run.runId(), any -> filesSince(then.run, run))));
            }
        });
        return restated;
    }

    /** How many weeks were told of, in all KPIs, that this run has as well. */
    public long known(List<KpiValue> kpis) {
        long[] known = {0};
        weeks(kpis, (week, point) -> known[0] += first.containsKey(week) ? 1 : 0);
        return known[0];
    }

    private static void weeks(List<KpiValue> kpis, BiConsumer<Week, SeriesPoint> each) {
        for (KpiValue kpi : kpis) {
            if (kpi.measured()) {
                kpi.series().stream()
                        .filter(point -> !point.partial())
                        .forEach(point -> each.accept(
                                new Week(
                                        kpi.id(), kpi.definition(), kpi.window().zone(), point.week()),
                                point));
            }
        }
    }

    private static List<LateFile> filesSince(RunManifest then, RunManifest now) {
        Set<Sha256> read = files(then);
        return now.inputs().stream()
                .filter(input -> !read.contains(input.file()))
                .map(LateFile::of)
                .toList();
    }

    private static Set<Sha256> files(RunManifest manifest) {
        return manifest.inputs().stream().map(RunManifest.Input::file).collect(Collectors.toCollection(HashSet::new));
    }

    /**
     * The same weeks, all of one KPI and first published by one run, with who moved.
     *
     * @param then the run that published them first
     */
    public static List<RestatedWeek> explained(List<RestatedWeek> weeks, Published then, Published now) {
        Map<LocalDate, MovedWeek> byMonday = new TreeMap<>();
        weeks.forEach(week -> byMonday.put(week.week(), new MovedWeek()));
        String document = Documents.evidence(weeks.get(0).id());
        read(then, document, byMonday, MovedWeek::addThen);
        read(now, document, byMonday, MovedWeek::addNow);
        Set<Sha256> readThen = files(then.manifest());
        Set<Sha256> readNow = files(now.manifest());
        return weeks.stream()
                .map(week -> week.by(byMonday.get(week.week()).moved(readThen, readNow)))
                .toList();
    }

    private static void read(
            Published run, String document, Map<LocalDate, MovedWeek> weeks, BiConsumer<MovedWeek, EvidenceRow> into) {
        try (EvidenceReader reader = new EvidenceReader(run.stream(document))) {
            while (reader.hasNext()) {
                EvidenceRow row = reader.next();
                Optional.ofNullable(weeks.get(monday(row.date())))
                        .filter(week -> !row.censored())
                        .ifPresent(week -> into.accept(week, row));
            }
        }
    }

    private static LocalDate monday(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
