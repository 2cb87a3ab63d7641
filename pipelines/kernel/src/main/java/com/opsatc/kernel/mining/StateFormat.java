package com.opsatc.kernel.mining;

import com.opsatc.kernel.mining.bytes.ByteSink;
import com.opsatc.kernel.mining.bytes.ByteSource;

/** The head of a serialised state: what it is, its version, and its plan. */
final class StateFormat {
    /** "OPSMINE" and version 1. */
    private static final long MAGIC = 0x4F50534D494E4501L;

    private StateFormat() {}

    static void writePlan(ByteSink sink, MiningPlan plan) {
        sink.writeLong(MAGIC);
        sink.writeVarint(plan.activities());
        sink.writeVarint(plan.variants() ? 1 : 0);
        sink.writeVarint(plan.periods());
        for (long startUs : plan.periodStartsUs()) {
            sink.writeLong(startUs);
        }
    }

    static MiningPlan readPlan(ByteSource source) {
        if (source.readLong() != MAGIC) {
            throw new IllegalArgumentException("Cannot read a mining state: the bytes are none, or of another version");
        }

        int activities = source.readCount();
        boolean variants = source.readBelow(2) == 1;
        long[] startsUs = new long[source.readCount()];
        for (int i = 0; i < startsUs.length; i++) {
            startsUs[i] = source.readLong();
        }
        return new MiningPlan(activities, startsUs, variants);
    }
}
