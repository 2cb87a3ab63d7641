package com.opsatc.kernel.mining;

import com.opsatc.kernel.mining.bytes.ByteSink;
import com.opsatc.kernel.mining.bytes.ByteSource;
import java.util.Arrays;

/** Consecutive events of a case that began or ended outside the cursor. */
@SuppressWarnings("ArrayRecordComponent")
record Fragment(
        long caseId, int firstPosition, boolean endsCase, int[] activities, long[] startsUs, long[] completesUs) {

    static Fragment of(
            long caseId,
            int first,
            boolean endsCase,
            int[] activities,
            long[] startsUs,
            long[] completesUs,
            int length) {
        return new Fragment(
                caseId,
                first,
                endsCase,
                Arrays.copyOf(activities, length),
                Arrays.copyOf(startsUs, length),
                Arrays.copyOf(completesUs, length));
    }

    int length() {
        return activities.length;
    }

    void write(ByteSink sink) {
        sink.writeLong(caseId);
        sink.writeVarint(firstPosition);
        sink.writeVarint(endsCase ? 1 : 0);
        sink.writeVarint(length());
        for (int i = 0; i < length(); i++) {
            sink.writeVarint(activities[i]);
            sink.writeLong(startsUs[i]);
            sink.writeLong(completesUs[i]);
        }
    }

    static Fragment read(ByteSource source, int activityCount) {
        long caseId = source.readLong();
        int first = source.readBelow(Integer.MAX_VALUE);
        boolean endsCase = source.readBelow(2) == 1;
        int length = source.readCount();
        int[] activities = new int[length];
        long[] startsUs = new long[length];
        long[] completesUs = new long[length];
        for (int i = 0; i < length; i++) {
            activities[i] = source.readBelow(activityCount);
            startsUs[i] = source.readLong();
            completesUs[i] = source.readLong();
        }
        return new Fragment(caseId, first, endsCase, activities, startsUs, completesUs);
    }
}
