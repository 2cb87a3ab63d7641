package com.opsatc.contract.document;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.quality.FileQuality;
import com.opsatc.contract.quality.MappingCount;
import com.opsatc.contract.quality.StreamQuality;
import java.util.List;

/**
 * Published document {@code quality.json}: what was read, refused, quarantined, mapped and checked.
 *
 * @param laws which laws the run's documents keep; empty in documents of earlier versions, and of attempts that published nothing
 */
public record QualityDocument(
        DocumentHeader header,
        List<FileQuality> files,
        List<QuarantineCount> quarantine,
        List<RuleOutcome> rules,
        List<LogCheck> log,
        List<StreamQuality> streams,
        List<MappingCount> mappings,
        List<OrderCheck> order,
        List<LawCheck> laws) {
    public QualityDocument {
        files = List.copyOf(files);
        quarantine = List.copyOf(quarantine);
        rules = List.copyOf(rules);
        log = List.copyOf(log);
        streams = streams == null ? List.of() : List.copyOf(streams);
        mappings = mappings == null ? List.of() : List.copyOf(mappings);
        order = order == null ? List.of() : List.copyOf(order);
        laws = laws == null ? List.of() : List.copyOf(laws);
    }

    /** A document of figures that are held against no law. */
    public QualityDocument(
            DocumentHeader header,
            List<FileQuality> files,
            List<QuarantineCount> quarantine,
            List<RuleOutcome> rules,
            List<LogCheck> log,
            List<StreamQuality> streams,
            List<MappingCount> mappings,
            List<OrderCheck> order) {
        this(header, files, quarantine, rules, log, streams, mappings, order, List.of());
    }

    /** The same document with the laws that hold. */
    public QualityDocument keeping(List<LawCheck> given) {
        return new QualityDocument(header, files, quarantine, rules, log, streams, mappings, order, given);
    }

    /**
     * Rows kept out for one reason.
     *
     * @param reason e.g. {@code type:opened_at}, {@code required:number}, {@code time-before-1970}, {@code time-after-2099}
     * @param sample positions of the first such rows; never their content
     */
    public record QuarantineCount(String source, String stream, String reason, long rows, List<Citation> sample) {
        public QuarantineCount {
            sample = List.copyOf(sample);
        }
    }

    /** One rule of a stream's gate. {@code outcome} is {@code passed} or {@code failed}; {@code measured} is the metric as text. */
    public record RuleOutcome(String source, String stream, String rule, String outcome, String measured) {}

    /** One check of the event log (definitions 1.1), e.g. {@code ties}, {@code one-event-cases}: how many of how many. */
    public record LogCheck(String process, String check, long n, long of) {}

    /**
     * Two milestones of a case, or two dates of an object, of which the later must not come before the earlier.
     *
     * @param subject {@code case}, or the type of the object
     * @param n how many break the order
     * @param of how many have both
     */
    public record OrderCheck(String process, String subject, String earlier, String later, long n, long of) {}

    /**
     * A law that the run's documents keep: a run that breaks one publishes nothing (definitions 4.2).
     *
     * @param of a process, or of rows a source
     * @param equations how many of it hold, which is all; 0 where the documents have nothing that it speaks of
     */
    public record LawCheck(Law law, String of, long equations) {
        public LawCheck {
            requireNonNull(law, "law");
            requireNonNull(of, "of");
        }
    }
}
