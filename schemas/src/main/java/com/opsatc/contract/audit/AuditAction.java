package com.opsatc.contract.audit;

import com.fasterxml.jackson.annotation.JsonValue;

/** What was done; each with its word in the log. */
public enum AuditAction {
    /** The log began: the tenant was added, or an installation that kept none was brought to this release. */
    LOG_BEGAN("log-began"),
    /** A head was there when the log began. */
    HEAD_KNOWN("head-known"),
    /** A run began. */
    RUN_STARTED("run-started"),
    /** A run became a head; recorded in the transaction that makes it one. */
    RUN_PUBLISHED("run-published"),
    /** A run ended with an error. */
    RUN_FAILED("run-failed"),
    /** A published document was asked for. */
    READ("read"),
    /** A figure was computed for who asked: a slice, a comparison, a check. */
    QUERIED("queried"),
    /** A gate let a document out of the store. */
    GATE_PASSED("gate-passed"),
    /** A gate refused. */
    GATE_REFUSED("gate-refused"),
    /** What left was completed, with the digest of what left. */
    EXPORTED("exported"),
    /** Something was set for the tenant. */
    CONFIGURED("configured"),
    /** The kill switch was turned. */
    SWITCHED("switched"),
    /** The log itself was read. */
    AUDIT_READ("audit-read"),
    /** The key of a subject was destroyed: what names that person in the entries before cannot be read again. */
    SUBJECT_ERASED("subject-erased"),
    /** The tenant is about to be removed, with its key: the last entry. */
    TENANT_REMOVED("tenant-removed");

    private final String symbol;

    AuditAction(String symbol) {
        this.symbol = symbol;
    }

    @JsonValue
    public String symbol() {
        return symbol;
    }
}
