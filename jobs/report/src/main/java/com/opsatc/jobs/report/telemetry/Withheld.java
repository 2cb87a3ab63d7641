package com.opsatc.jobs.report.telemetry;

import com.opsatc.contract.telemetry.ReleaseStatus;

/** Why something is not shown, in place of a figure: a short name and what it means. */
record Withheld(String reason, String meaning) {
    /** What became of a block on the as-of day; a released block has nothing withheld, and must not be asked. */
    static Withheld of(ReleaseStatus status, int fleetMinimum) {
        return switch (status) {
            case SUPPRESSED_MIN_TENANTS ->
                new Withheld(
                        "fleet below " + fleetMinimum + " tenants",
                        "Nothing that comes from a tenant is released for so small a fleet, not in part either. The probe below"
                                + " needs no tenant.");
            case SUPPRESSED_BUDGET ->
                new Withheld(
                        "budget",
                        "The year's privacy budget does not cover the day. It is covered again when earlier days are more"
                                + " than 365 days old.");
            case LOST ->
                new Withheld(
                        "lost",
                        "The process ended after the budget was charged and before the vector was safe, or the exact"
                                + " vectors were deleted before a release. It is never drawn again.");
            case NOT_DECLARED ->
                new Withheld(
                        "not released yet",
                        "No released day has this block: nothing was released yet, or it is new in the manifest.");
            case RELEASED ->
                new Withheld(
                        "no figure",
                        "No day of the window was released, the noise outweighs it, or it lies beyond the last latency bound.");
        };
    }
}
