package com.opsatc.kernel.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.kernel.log.EventRow;
import com.opsatc.kernel.outcome.Milestones.Duration;
import com.opsatc.kernel.outcome.Milestones.End;
import com.opsatc.kernel.outcome.Milestones.Excluded;
import com.opsatc.kernel.outcome.Milestones.Open;
import com.opsatc.kernel.outcome.Milestones.Reason;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class MilestonesTest {
    private static final int OPENED = 0;
    private static final int WORKED = 1;
    private static final int RESOLVED = 2;
    private static final int CLOSED = 3;

    private static final Milestones FIRST = new Milestones(set(OPENED), set(RESOLVED), End.FIRST);
    private static final Milestones LAST = new Milestones(set(OPENED), set(RESOLVED), End.LAST);

    @Test
    void measure_resolvedTwice_firstAndLastDiffer() {
        List<EventRow> events = events(OPENED, RESOLVED, WORKED, RESOLVED, CLOSED);

        assertThat(FIRST.measure(events)).isEqualTo(new Duration(0, 15));
        assertThat(LAST.measure(events)).isEqualTo(new Duration(0, 35));
        assertThat(new Duration(0, 35).us()).isEqualTo(35);
    }

    @Test
    void measure_openedTwice_countsFromTheFirst() {
        assertThat(FIRST.measure(events(WORKED, OPENED, OPENED, RESOLVED))).isEqualTo(new Duration(10, 35));
    }

    @Test
    void measure_noEnd_isOpen() {
        assertThat(FIRST.measure(events(OPENED, WORKED))).isEqualTo(new Open());
        assertThat(LAST.measure(events(OPENED, WORKED))).isEqualTo(new Open());
    }

    @Test
    void measure_noStart_isExcluded() {
        assertThat(FIRST.measure(events(WORKED, RESOLVED))).isEqualTo(new Excluded(Reason.NO_START));
        assertThat(FIRST.measure(List.of())).isEqualTo(new Excluded(Reason.NO_START));
    }

    @Test
    void measure_endOnlyBeforeTheStart_isExcluded() {
        assertThat(FIRST.measure(events(RESOLVED, OPENED))).isEqualTo(new Excluded(Reason.NEGATIVE_DURATION));
        assertThat(LAST.measure(events(RESOLVED, OPENED))).isEqualTo(new Excluded(Reason.NEGATIVE_DURATION));
        assertThat(Reason.NEGATIVE_DURATION.code()).isEqualTo("negative-duration");
        assertThat(Reason.NO_START.code()).isEqualTo("no-start");
    }

    @Test
    void measure_endBeforeAndAfterTheStart_countsTheOneAfter() {
        assertThat(FIRST.measure(events(RESOLVED, OPENED, RESOLVED))).isEqualTo(new Duration(10, 25));
    }

    @Test
    void measure_firstEventIsTheResolution_tookNoLongerThanTheEvent() {
        Milestones anyStart = new Milestones(set(OPENED, WORKED, RESOLVED, CLOSED), set(RESOLVED), End.FIRST);

        assertThat(anyStart.measure(events(RESOLVED, WORKED, RESOLVED))).isEqualTo(new Duration(0, 5));
        assertThat(anyStart.measure(events(WORKED, RESOLVED))).isEqualTo(new Duration(0, 15));
    }

    @Test
    void reopenedUs_otherEventAfterTheFirstResolution_isWhenItWasComplete() {
        assertThat(Milestones.reopenedUs(events(OPENED, RESOLVED, WORKED, RESOLVED), set(RESOLVED), set(RESOLVED)))
                .hasValue(25);
        assertThat(Milestones.reopenedUs(events(OPENED, RESOLVED, CLOSED), set(RESOLVED), set(RESOLVED, CLOSED)))
                .isEmpty();
        assertThat(Milestones.reopenedUs(events(OPENED, RESOLVED, CLOSED), set(RESOLVED), set(RESOLVED)))
                .hasValue(25);
        assertThat(Milestones.reopenedUs(events(OPENED, WORKED), set(RESOLVED), set(RESOLVED)))
                .isEmpty();
    }

    @Test
    void milestones_emptySet_fails() {
        assertThatThrownBy(() -> new Milestones(set(), set(RESOLVED), End.FIRST))
                .hasMessage("Invalid milestones: name an activity for the start and for the end");
        assertThatThrownBy(() -> new Milestones(set(OPENED), set(), End.FIRST))
                .hasMessage("Invalid milestones: name an activity for the start and for the end");
    }

    /** Events of 5 µs, one every 10 µs from 0 on. */
    private static List<EventRow> events(int... activities) {
        List<EventRow> events = new ArrayList<>();
        for (int i = 0; i < activities.length; i++) {
            events.add(new EventRow(1, i, i == activities.length - 1, activities[i], i * 10L, i * 10L + 5));
        }
        return events;
    }

    private static BitSet set(int... activities) {
        BitSet set = new BitSet();
        for (int activity : activities) {
            set.set(activity);
        }
        return set;
    }
}
