package com.opsatc.kernel.mining;

import com.opsatc.kernel.log.EventCursor;
import java.util.Arrays;

/** The events read so far of one case, in columns that are used again for the next case. */
final class CaseBuffer {
    private int[] activities = new int[64];
    private long[] startsUs = new long[64];
    private long[] completesUs = new long[64];
    private int length;

    void add(EventCursor cursor, int activityCount) {
        int activity = cursor.activity();
        long startUs = cursor.startUs();
        long completeUs = cursor.completeUs();
        if (activity < 0 || activity >= activityCount) {
            throw new IllegalArgumentException("Cannot mine an event with activity code " + activity
                    + ": the plan has codes 0 to " + (activityCount - 1) + "; take both from one snapshot");
        }

        if (completeUs < startUs) {
            throw new IllegalArgumentException("Cannot mine the event at position " + cursor.position()
                    + " of a case: it completes before it starts; quarantine such rows at admission");
        }

        if (length == activities.length) {
            resize(length * 2);
        }

        activities[length] = activity;
        startsUs[length] = startUs;
        completesUs[length] = completeUs;
        length++;
    }

    void addAll(Fragment fragment) {
        int needed = Math.addExact(length, fragment.length());
        if (needed > activities.length) {
            resize(Math.max(needed, length * 2));
        }

        System.arraycopy(fragment.activities(), 0, activities, length, fragment.length());
        System.arraycopy(fragment.startsUs(), 0, startsUs, length, fragment.length());
        System.arraycopy(fragment.completesUs(), 0, completesUs, length, fragment.length());
        length = needed;
    }

    private void resize(int size) {
        activities = Arrays.copyOf(activities, size);
        startsUs = Arrays.copyOf(startsUs, size);
        completesUs = Arrays.copyOf(completesUs, size);
    }

    int length() {
        return length;
    }

    void addTo(CaseTally tally) {
        tally.add(activities, startsUs, completesUs, length);
    }

    Fragment toFragment(long caseId, int firstPosition, boolean endsCase) {
        return Fragment.of(caseId, firstPosition, endsCase, activities, startsUs, completesUs, length);
    }

    void clear() {
        length = 0;
    }
}
