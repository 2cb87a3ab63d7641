package com.opsatc.process.run;

import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.document.QualityDocument.QuarantineCount;
import com.opsatc.contract.document.QualityDocument.RuleOutcome;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.quality.FileQuality;
import com.opsatc.contract.quality.Reason;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.process.admit.QualityGate;
import com.opsatc.process.run.stage.AdmittedSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Why a run publishes nothing: which rules failed, which rows and files were kept out before, where the first of them stand, and
 * what to do about it, which is never to change a rule that judged rows which did not fit.
 */
final class QualityStop {
    private static final int MOST_REASONS = 3;
    private static final int MOST_PLACES = 3;
    private static final int MOST_FILES = 3;

    private QualityStop() {}

    /**
     * Holds all sources to their gates at once.
     *
     * @throws PipelineException (quality gate) when a rule of any stream failed
     */
    static void requirePassed(RunRequest request, List<AdmittedSource> admitted) {
        List<String> failures = new ArrayList<>();
        boolean rowsKeptOut = false;
        for (AdmittedSource source : admitted) {
            List<RuleOutcome> failed = source.rules().stream()
                    .filter(rule -> rule.outcome().equals(QualityGate.FAILED))
                    .toList();
            if (failed.isEmpty()) {
                continue;
            }

            List<String> streams =
                    failed.stream().map(RuleOutcome::stream).distinct().toList();
            List<String> keptOut = keptOut(source, streams);
            rowsKeptOut |= !keptOut.isEmpty();
            failures.add("source " + source.source().source() + " fails its quality gate: "
                    + failed.stream()
                            .map(rule -> rule.stream() + ": " + rule.rule() + " (measured " + rule.measured() + ")")
                            .collect(Collectors.joining("; "))
                    + (keptOut.isEmpty() ? "" : "; " + String.join("; ", keptOut)));
        }

        if (!failures.isEmpty()) {
            throw stop(
                    request,
                    String.join("; ", failures),
                    rowsKeptOut
                            ? mend(request)
                            : "deliver a corrected extract; where the extract is as it should be, its rules are in"
                                    + " conf/quality");
        }
    }

    /**
     * Nothing is known that figures could be of.
     *
     * @param watermark date of the latest event of all; null when there is none
     */
    static PipelineException nothing(RunRequest request, List<AdmittedSource> admitted, LocalDate watermark) {
        if (watermark != null) {
            return stop(
                    request,
                    "no source has an event on or before " + request.logicalDate() + ", the latest is of " + watermark,
                    "ask for a later --date, or for none");
        }

        List<String> why = new ArrayList<>();
        long files = 0;
        for (AdmittedSource source : admitted) {
            files += source.files().size();
            why.addAll(keptOut(
                    source,
                    source.source().connector().streams().keySet().stream().toList()));
        }

        if (files == 0) {
            return stop(
                    request,
                    "no source has an event: there is no file in them",
                    "check their paths with 'opsatc source list --tenant " + request.tenant() + "'");
        }

        return stop(
                request,
                "no source has an event" + (why.isEmpty() ? ": no row became one" : "; " + String.join("; ", why)),
                why.isEmpty()
                        ? "compare the connector's mapping with the rows: 'opsatc connectors show C'"
                        : mend(request));
    }

    private static String mend(RunRequest request) {
        return "deliver a corrected extract, or correct the source's settings with 'opsatc tenant set "
                + request.tenant()
                + " --set KEY=VALUE' ('opsatc connectors show C' lists them); the next run reads the files again";
    }

    private static PipelineException stop(RunRequest request, String why, String what) {
        return new PipelineException(
                ErrorCode.QUALITY_GATE,
                "Nothing to publish for tenant " + request.tenant() + ": " + why
                        + "; see all with 'opsatc quality --tenant " + request.tenant() + " --attempt "
                        + request.attemptId() + "'; " + what);
    }

    /** What was kept out of some streams, the most frequent reasons first, and files that were refused whole. */
    private static List<String> keptOut(AdmittedSource source, List<String> streams) {
        Map<Sha256, String> names = new TreeMap<>();
        source.files().forEach(file -> names.putIfAbsent(file.file(), file.name()));
        List<String> parts = new ArrayList<>(source.quarantine().stream()
                .filter(count -> streams.contains(count.stream()))
                .sorted(Comparator.comparingLong(QuarantineCount::rows)
                        .reversed()
                        .thenComparing(QuarantineCount::stream)
                        .thenComparing(QuarantineCount::reason))
                .limit(MOST_REASONS)
                .map(count -> count.rows() + (count.rows() == 1 ? " row" : " rows") + " of stream " + count.stream()
                        + " kept out, first " + places(count, names) + ": " + Reason.sentence(count.reason()))
                .toList());
        List<FileQuality> refused = source.files().stream()
                .filter(file -> file.status().equals(FileQuality.REFUSED))
                .toList();
        refused.stream()
                .limit(MOST_FILES)
                .forEach(file -> parts.add("file " + file.name() + " refused: " + Reason.sentence(file.reason())));
        if (refused.size() > MOST_FILES) {
            parts.add(refused.size() - MOST_FILES + " more files refused");
        }

        return parts;
    }

    private static String places(QuarantineCount count, Map<Sha256, String> names) {
        return count.sample().stream()
                .limit(MOST_PLACES)
                .collect(Collectors.groupingBy(
                        citation -> names.getOrDefault(
                                citation.file(), citation.file().hex()),
                        TreeMap::new,
                        Collectors.mapping(Citation::row, Collectors.toList())))
                .entrySet()
                .stream()
                .map(entry -> entry.getKey() + " row "
                        + entry.getValue().stream().map(Object::toString).collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }
}
