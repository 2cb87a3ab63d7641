package com.opsatc.kernel.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.kernel.waiting.FourEyes.Found;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FourEyesTest {
    private static final int CREATE = 0;
    private static final int APPROVE = 1;
    private static final int PAY = 2;
    private static final int MAY = 5;
    private static final int JUNE = 6;

    private final FourEyes rule = new FourEyes(set(CREATE), set(APPROVE));

    @Test
    void endCase_bothByOne_isBrokenWhoeverElseDidThem() {
        rule.event(CREATE, 7L, MAY);
        rule.event(APPROVE, 9L, MAY);
        rule.event(APPROVE, 7L, MAY);
        rule.event(APPROVE, null, MAY);
        rule.endCase();

        assertThat(rule.found()).isEqualTo(new Found(0, 1, 0, 3));
    }

    /** What the case before had plays no part. */
    @Test
    void endCase_byTwo_isKept() {
        rule.event(CREATE, 9L, MAY);
        rule.endCase();
        rule.event(CREATE, 7L, JUNE);
        rule.event(PAY, 9L, MAY);
        rule.event(APPROVE, 9L, JUNE);
        rule.endCase();

        assertThat(rule.found()).isEqualTo(new Found(1, 0, 0, 3));
        assertThat(rule.found().cases()).isEqualTo(1);
    }

    @Test
    void endCase_whereOneIsNotTold_isUndecided() {
        rule.event(CREATE, 7L, MAY);
        rule.event(APPROVE, null, MAY);
        rule.endCase();
        rule.event(CREATE, 7L, FourEyes.NO_MONTH);
        rule.event(APPROVE, 9L, MAY);
        rule.endCase();

        assertThat(rule.found()).isEqualTo(new Found(0, 0, 2, 3));
    }

    /** Over the end of a month everybody has another number. */
    @Test
    void endCase_ofTwoMonths_isUndecided() {
        rule.event(CREATE, 7L, MAY);
        rule.event(APPROVE, 9L, JUNE);
        rule.endCase();

        assertThat(rule.found()).isEqualTo(new Found(0, 0, 1, 2));
    }

    @Test
    void fourEyes_ofOneActivityInBothGroups_isRefused() {
        assertThatThrownBy(() -> new FourEyes(set(CREATE, PAY), set(PAY)))
                .hasMessage("Invalid rule: no activity can be in both groups");
    }

    /** Other numbers for the same actors, and another order of events, give the same counts. */
    @Test
    void found_underOtherNumbers_isTheSame() {
        Random random = new Random(7);
        FourEyes other = new FourEyes(set(CREATE), set(APPROVE));
        for (int i = 0; i < 500; i++) {
            List<int[]> events = new ArrayList<>();
            for (int k = random.nextInt(5); k >= 0; k--) {
                events.add(new int[] {random.nextInt(3), random.nextInt(4), random.nextInt(8) == 0 ? JUNE : MAY});
            }
            events.forEach(event -> rule.event(event[0], event[1] == 0 ? null : (Long) (long) event[1], event[2]));
            java.util.Collections.reverse(events);
            events.forEach(event -> other.event(event[0], event[1] == 0 ? null : (Long) (1000L - event[1]), event[2]));
            rule.endCase();
            other.endCase();
        }

        assertThat(other.found()).isEqualTo(rule.found());
        assertThat(rule.found().kept()).isPositive();
        assertThat(rule.found().broken()).isPositive();
        assertThat(rule.found().undecided()).isPositive();
    }

    private static BitSet set(int... codes) {
        BitSet set = new BitSet();
        for (int code : codes) {
            set.set(code);
        }
        return set;
    }
}
