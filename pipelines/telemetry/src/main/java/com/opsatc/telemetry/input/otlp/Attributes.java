package com.opsatc.telemetry.input.otlp;

import com.opsatc.telemetry.input.ErrorRule;
import com.opsatc.telemetry.input.Refusal;

/**
 * The allowed attributes of a resource or a record; texts are empty when absent.
 *
 * @param httpStatus 0 when absent
 * @param problem why the record must be refused; null when it need not
 */
record Attributes(
        String service,
        String tenant,
        String user,
        long httpStatus,
        boolean hasErrorType,
        String event,
        String feature,
        String flag,
        Refusal problem) {
    static final Attributes NONE = new Attributes("", "", "", ErrorRule.NO_STATUS, false, "", "", "", null);
    /** Of a resource that breaks off. */
    static final Attributes MALFORMED =
            new Attributes("", "", "", ErrorRule.NO_STATUS, false, "", "", "", Refusal.MALFORMED);

    @Override
    public String toString() {
        return "Attributes";
    }
}
