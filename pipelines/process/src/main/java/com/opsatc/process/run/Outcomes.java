package com.opsatc.process.run;

import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.run.RunOutcome;
import com.opsatc.process.canonical.CanonicalTables;
import com.opsatc.process.eventlog.EventLog;
import com.opsatc.process.eventlog.InstanceLogs;
import com.opsatc.process.eventlog.ObjectLogs;
import com.opsatc.process.run.input.AdmittedTables;
import com.opsatc.process.run.input.Foundation;
import com.opsatc.process.run.input.RunMeaning;
import com.opsatc.process.run.input.SourceFilesSeen;
import com.opsatc.process.store.TableSpec;
import com.opsatc.tenancy.run.Head;
import com.opsatc.tenancy.run.Published;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run says of itself at its end. */
final class Outcomes {
    private static final Pattern EVIDENCE_OF_FINDING = Pattern.compile("evidence/(F-.*)\\.arrow");
    /** Findings are numbered with three digits, members without leading zeros. */
    private static final Pattern MEMBER = Pattern.compile(".*-[1-9][0-9]*");

    private Outcomes() {}

    static RunOutcome published(
            Head head,
            Attempt.Computed computed,
            Foundation foundation,
            List<SourceFilesSeen> seen,
            RunMeaning meaning) {
        List<String> warnings = new ArrayList<>(RunWarnings.damaged(foundation, seen));
        warnings.addAll(RunWarnings.superseded(seen, meaning.inputs()));
        computed.streams().forEach(stream -> warnings.addAll(RunWarnings.of(stream)));
        return of(
                head.live() ? RunOutcome.State.PUBLISHED : RunOutcome.State.BACKFILLED,
                computed.manifest(),
                head.sequence(),
                computed.findings(),
                seen,
                List.of(),
                warnings);
    }

    static RunOutcome unchanged(Published published, List<SourceFilesSeen> seen, RunMeaning meaning) {
        return of(
                RunOutcome.State.UNCHANGED,
                published.manifest(),
                published.head().sequence(),
                findings(published.manifest().documents().stream().map(RunManifest.Document::name)),
                seen,
                List.of(),
                RunWarnings.superseded(seen, meaning.inputs()));
    }

    static RunOutcome recomputed(Published published, Attempt.Computed computed, List<String> differing) {
        RunOutcome.State state = differing.isEmpty() ? RunOutcome.State.EQUAL : RunOutcome.State.DIFFERENT;
        return of(
                state,
                computed.manifest(),
                published.head().sequence(),
                computed.findings(),
                List.of(),
                differing,
                List.of());
    }

    static RunOutcome checked(Published published, List<RunOutcome.CrossCheck> checks) {
        RunOutcome read = of(
                RunOutcome.State.CHECKED,
                published.manifest(),
                published.head().sequence(),
                findings(published.manifest().documents().stream().map(RunManifest.Document::name)),
                List.of(),
                List.of(),
                List.of());
        return read.with(checks);
    }

    /** @param date of the run; null when there would be no event to publish */
    static RunOutcome planned(
            RunMeaning meaning,
            LocalDate date,
            Optional<Head> current,
            Foundation foundation,
            List<SourceFilesSeen> seen) {
        List<String> warnings = new ArrayList<>(RunWarnings.damaged(foundation, seen));
        warnings.addAll(RunWarnings.superseded(seen, meaning.inputs()));
        List<String> writes = new ArrayList<>();
        for (SourceFilesSeen source : seen) {
            String name = source.source().source();
            source.source().connector().streams().keySet().stream()
                    .filter(stream -> source.toRead().stream()
                            .anyMatch(file -> file.stream().equals(stream)))
                    .forEach(stream -> writes.add("table "
                            + AdmittedTables.accepted(source.source(), stream).name()));
            writes.add("table " + CanonicalTables.events(name).name());
            writes.add("table " + CanonicalTables.objects(name).name());
            writes.add("table " + CanonicalTables.eventObjects(name).name());
            writes.add("table " + EventLog.log(name).name());
            writes.add("table " + EventLog.cases(name).name());
            writes.add("table " + EventLog.codes(name).name());
            if (source.source().connector().tellsObjects()) {
                writes.add("table " + CanonicalTables.objectEvents(name).name());
                for (TableSpec table : ObjectLogs.tables(name)) {
                    writes.add("table " + table.name());
                }
            }
            InstanceLogs.tables(name)
                    .forEach(table -> writes.add("table " + table + " (where the log tells when work begins)"));
        }

        Documents.ALL.stream()
                .map(document -> "document " + document.name())
                .sorted()
                .forEach(writes::add);

        return new RunOutcome(
                RunOutcome.State.PLANNED,
                date == null ? "" : meaning.runId(date),
                date,
                current.map(Head::sequence).orElse(0L),
                0,
                0,
                0,
                0,
                0,
                files(seen),
                writes,
                List.of(),
                warnings,
                List.of());
    }

    private static RunOutcome of(
            RunOutcome.State state,
            RunManifest manifest,
            long sequence,
            long findings,
            List<SourceFilesSeen> seen,
            List<String> differing,
            List<String> warnings) {
        return new RunOutcome(
                state,
                manifest.runId(),
                manifest.logicalDate(),
                sequence,
                manifest.read(),
                manifest.admitted(),
                manifest.quarantined(),
                manifest.duplicate(),
                findings,
                files(seen),
                List.of(),
                differing,
                warnings,
                List.of());
    }

    /** By the names of their evidence; what is the evidence of a member, {@code F-p-001-2}, is not counted again. */
    static long findings(Stream<String> documents) {
        Set<String> ids = documents
                .map(EVIDENCE_OF_FINDING::matcher)
                .filter(Matcher::matches)
                .map(name -> name.group(1))
                .collect(Collectors.toSet());
        return ids.stream()
                .filter(id -> !MEMBER.matcher(id).matches() || !ids.contains(id.substring(0, id.lastIndexOf('-'))))
                .count();
    }

    private static List<RunOutcome.File> files(List<SourceFilesSeen> seen) {
        return seen.stream().flatMap(source -> source.all().stream()).toList();
    }
}
