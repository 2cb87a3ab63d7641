package com.opsatc.contract.document;

import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.quality.FileQuality;
import com.opsatc.contract.quality.MappingCount;
import com.opsatc.contract.quality.StreamQuality;
import java.util.List;

/** Published document {@code quality.json}: what was read, refused, quarantined, mapped and checked. */
public record QualityDocument(
        DocumentHeader header,
        List<FileQuality> files,
        List<QuarantineCount> quarantine,
        List<RuleOutcome> rules,
        List<LogCheck> log,
        List<StreamQuality> streams,
        List<MappingCount> mappings,
        List<OrderCheck> order) {
    public QualityDocument {
        files = List.copyOf(files);
        quarantine = List.copyOf(quarantine);
        rules = List.copyOf(rules);
        log = List.copyOf(log);
        streams = streams == null ? List.of() : List.copyOf(streams);
        mappings = mappings == null ? List.of() : List.copyOf(mappings);
        order = order == null ? List.of() : List.copyOf(order);
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
}
