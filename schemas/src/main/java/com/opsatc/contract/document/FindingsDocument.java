package com.opsatc.contract.document;

import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.FindingKind;
import java.util.List;
import java.util.stream.Stream;

/**
 * Published document {@code findings.json}.
 *
 * @param notSupported what was looked at and did not hold up, so that silence is not mistaken for absence
 */
public record FindingsDocument(DocumentHeader header, List<Finding> findings, List<NotSupported> notSupported) {
    public FindingsDocument {
        findings = List.copyOf(findings);
        notSupported = List.copyOf(notSupported);
    }

    /** Every figure that is stated: the findings, each followed by its members. */
    public Stream<Finding> withMembers() {
        return findings.stream().flatMap(Finding::withMembers);
    }

    /** A family of hypotheses that were tested without result. */
    public record NotSupported(String process, FindingKind kind, long tested, String reason) {}
}
