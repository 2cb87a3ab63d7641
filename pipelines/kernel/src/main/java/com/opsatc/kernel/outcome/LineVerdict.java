package com.opsatc.kernel.outcome;

/** Whether an order line counts, and how it fared. */
public sealed interface LineVerdict {
    /**
     * The line counts, see {@link Otif}.
     *
     * @param inFull null, as is {@code otif}, where the extract has no delivered quantity
     */
    record Counted(boolean onTime, Boolean inFull, Boolean otif) implements LineVerdict {}

    /** The line is in no denominator. */
    record Excluded(Reason reason) implements LineVerdict {}

    /** Why a line does not count; the codes are those of the definitions, in the order they are checked. */
    enum Reason {
        NO_DUE("no-due"),
        NO_QUANTITY("no-quantity"),
        ZERO_QUANTITY("zero-quantity"),
        NO_DELIVERY_DATE("no-delivery-date"),
        NOT_DUE_YET("not-due-yet");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
