package com.opsatc.contract.telemetry;

/** What became of a block on a day; said openly, in place of a figure. */
public enum ReleaseStatus {
    /** The noisy vector is there. */
    RELEASED,
    /** The fleet has fewer tenants than the manifest asks for. */
    SUPPRESSED_MIN_TENANTS,
    /** The annual budget does not cover the day. */
    SUPPRESSED_BUDGET,
    /**
     * The budget was charged and the process died before the noisy vector was safe, which is not drawn again; or, not charged, the
     * exact vector was deleted before it was released.
     */
    LOST,
    /** No released day has the block: nothing was released yet, or it is new in the manifest. */
    NOT_DECLARED
}
