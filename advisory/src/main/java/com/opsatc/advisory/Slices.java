package com.opsatc.advisory;

/** Figures of KPIs over a part of their members, made of what is published and nothing else. */
public interface Slices {
    /** Where there are none: every slice is not found. */
    Slices OFF = (asker, run, kpi, where) -> Sliced.NONE;

    /**
     * @param asker of whose tenant, and who, for the audit log
     * @param run which run
     * @param where the conditions, as the command line takes them
     * @throws com.opsatc.contract.error.PipelineException when what it rests on cannot be trusted or read
     */
    Sliced slice(Asker asker, AskedRun run, String kpi, String where);

    /**
     * What there is to tell.
     *
     * @param status as HTTP has it
     * @param json the figure; null for every other status than 200
     */
    record Sliced(int status, byte[] json) {
        /** No such tenant, run or KPI, or none that can be sliced so. */
        public static final Sliced NONE = new Sliced(404, null);

        /** The conditions are none, or a name in them stands for nothing. */
        public static final Sliced UNREADABLE = new Sliced(400, null);

        /** A group that is too small would be shown, or would follow. */
        public static final Sliced TOO_SMALL = new Sliced(403, null);

        public static Sliced of(byte[] json) {
            return new Sliced(200, json);
        }
    }
}
