package com.opsatc.contract.rule;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.claim.Citation;

/**
 * Where a case breaks a rule.
 *
 * @param caseId what the system of record calls the case: tenant text
 * @param atUs when the event was complete that the rule speaks of, microseconds since 1970 UTC
 * @param event its record; the last one of the case where nothing happened often enough
 * @param by the record of what came too late or must not have come, itself where it is one too many; null where something is missing
 * @param overrunUs past the deadline, so far where the answer is missing; null without a deadline
 */
public record RuleBreach(String caseId, long atUs, Citation event, Citation by, Long overrunUs) {
    public RuleBreach {
        requireNonNull(caseId, "caseId");
        requireNonNull(event, "event");
    }

    /** Without the case's name, which is a tenant's text. */
    @Override
    public String toString() {
        return "RuleBreach[event=" + event + ", by=" + by + ", overrunUs=" + overrunUs + "]";
    }
}
