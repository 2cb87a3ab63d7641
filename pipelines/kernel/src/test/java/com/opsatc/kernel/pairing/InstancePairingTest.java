package com.opsatc.kernel.pairing;

import static com.opsatc.kernel.pairing.Transition.ABORT;
import static com.opsatc.kernel.pairing.Transition.COMPLETE;
import static com.opsatc.kernel.pairing.Transition.OTHER;
import static com.opsatc.kernel.pairing.Transition.RESUME;
import static com.opsatc.kernel.pairing.Transition.SCHEDULE;
import static com.opsatc.kernel.pairing.Transition.START;
import static com.opsatc.kernel.pairing.Transition.SUSPEND;
import static com.opsatc.kernel.pairing.Transition.WITHDRAW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstancePairingTest {
    private static final int CALL = 1;
    private static final int CHECK = 2;

    private final List<TransitionEvent> events = new ArrayList<>();

    @Test
    void pair_scheduledStartedCompleted_isOneInstance() {
        at(10, CALL, SCHEDULE).at(15, CALL, START).at(40, CALL, COMPLETE);

        assertThat(pair())
                .isEqualTo(new PairedCase(
                        List.of(new ActivityInstance(CALL, 10L, 15L, 40L, List.of(), false, 0, 2, 1)),
                        0,
                        0,
                        List.of()));
        assertThat(pair().instances().get(0).processingUs()).hasValue(25);
    }

    @Test
    void pair_twoOfOneActivityAtOnce_areFirstInFirstOut() {
        at(0, CALL, START).at(5, CALL, START).at(7, CHECK, START);
        at(20, CALL, COMPLETE).at(21, CHECK, COMPLETE).at(30, CALL, COMPLETE);

        assertThat(pair().instances())
                .containsExactly(
                        new ActivityInstance(CALL, null, 0L, 20L, List.of(), false, 0, 3, 0),
                        new ActivityInstance(CALL, null, 5L, 30L, List.of(), false, 1, 5, 1),
                        new ActivityInstance(CHECK, null, 7L, 21L, List.of(), false, 2, 4, 2));
    }

    @Test
    void pair_completeWithoutStart_hasUnknownStart() {
        at(0, CALL, SCHEDULE).at(5, CALL, COMPLETE).at(9, CALL, COMPLETE);

        assertThat(pair())
                .isEqualTo(new PairedCase(
                        List.of(
                                new ActivityInstance(CALL, 0L, null, 5L, List.of(), false, 0, 1, null),
                                new ActivityInstance(CALL, null, null, 9L, List.of(), false, 2, 2, null)),
                        0,
                        2,
                        List.of()));
        assertThat(pair().instances().get(0).processingUs()).isEqualTo(OptionalLong.empty());
    }

    @Test
    void pair_completeWithOneStartedAndOneScheduled_endsTheStartedOne() {
        at(0, CALL, START).at(1, CALL, SCHEDULE).at(5, CALL, COMPLETE);

        assertThat(pair().instances())
                .containsExactly(
                        new ActivityInstance(CALL, null, 0L, 5L, List.of(), false, 0, 2, 0),
                        new ActivityInstance(CALL, 1L, null, null, List.of(), false, 1, 1, null));
    }

    @Test
    void pair_startWithoutEnd_isOpenAndCounted() {
        at(0, CALL, START).at(3, CHECK, SCHEDULE);

        assertThat(pair())
                .isEqualTo(new PairedCase(
                        List.of(
                                new ActivityInstance(CALL, null, 0L, null, List.of(), false, 0, 0, 0),
                                new ActivityInstance(CHECK, 3L, null, null, List.of(), false, 1, 1, null)),
                        2,
                        0,
                        List.of()));
    }

    @Test
    void pair_suspendedTwice_restDoesNotCount() {
        at(0, CALL, START).at(10, CALL, SUSPEND).at(14, CALL, RESUME);
        at(20, CALL, SUSPEND).at(26, CALL, RESUME).at(30, CALL, COMPLETE);

        ActivityInstance instance = pair().instances().get(0);

        assertThat(instance.suspendedUs()).isEqualTo(10);
        assertThat(instance.processingUs()).hasValue(20);
    }

    @Test
    void pair_completedWhileSuspended_endsTheRest() {
        at(0, CALL, START).at(10, CALL, SUSPEND).at(30, CALL, COMPLETE);

        assertThat(pair().instances().get(0).processingUs()).hasValue(10);
    }

    @Test
    void pair_aborted_endsTheInstance() {
        at(0, CALL, START).at(10, CALL, ABORT);

        assertThat(pair().instances())
                .containsExactly(new ActivityInstance(CALL, null, 0L, 10L, List.of(), true, 0, 1, 0));
    }

    @Test
    void pair_transitionsWithoutInstance_areCounted() {
        at(0, CALL, SUSPEND)
                .at(1, CALL, RESUME)
                .at(2, CALL, OTHER)
                .at(3, CALL, SCHEDULE)
                .at(4, CALL, SUSPEND);

        assertThat(pair().unmatched()).containsExactly(0, 1, 2, 4);
        assertThat(pair().instances()).hasSize(1);
        assertThat(InstancePairing.pair(List.of())).isEqualTo(new PairedCase(List.of(), 0, 0, List.of()));
    }

    @Test
    void pair_eventWithItsOwnStart_isAnInstanceByItself() {
        at(0, CALL, START);
        at(9, CALL, COMPLETE, 4L);
        at(20, CALL, COMPLETE);

        assertThat(pair().instances())
                .containsExactly(
                        new ActivityInstance(CALL, null, 0L, 20L, List.of(), false, 0, 2, 0),
                        new ActivityInstance(CALL, null, 4L, 9L, List.of(), false, 1, 1, 1));
    }

    @Test
    void pair_endThatTellsItsStartAgain_endsTheInstanceThatBeganThen() {
        at(0, CALL, START).at(4, CALL, START).at(9, CALL, COMPLETE, 4L);

        assertThat(pair().instances())
                .containsExactly(
                        new ActivityInstance(CALL, null, 0L, null, List.of(), false, 0, 0, 0),
                        new ActivityInstance(CALL, null, 4L, 9L, List.of(), false, 1, 2, 1));
    }

    @Test
    void pair_endWithItsStartOfAScheduledInstance_beginsAndEndsIt() {
        at(0, CALL, SCHEDULE).at(9, CALL, ABORT, 4L);

        assertThat(pair().instances())
                .containsExactly(new ActivityInstance(CALL, 0L, 4L, 9L, List.of(), true, 0, 1, 1));
    }

    @Test
    void pair_startOnATransitionThatEndsNothing_isNoInstance() {
        at(5, CALL, START, 5L).at(6, CALL, OTHER, 2L).at(9, CALL, COMPLETE);

        assertThat(pair())
                .isEqualTo(new PairedCase(
                        List.of(new ActivityInstance(CALL, null, 5L, 9L, List.of(), false, 0, 2, 0)),
                        0,
                        0,
                        List.of(1)));
    }

    @Test
    void pair_withdrawal_neverEndsWhatHasBegun() {
        at(0, CALL, SCHEDULE).at(1, CALL, START).at(2, CALL, SCHEDULE).at(3, CALL, WITHDRAW);
        at(4, CALL, WITHDRAW).at(10, CALL, COMPLETE);

        assertThat(pair().instances())
                .containsExactly(
                        new ActivityInstance(CALL, 0L, 1L, 10L, List.of(), false, 0, 5, 1),
                        new ActivityInstance(CALL, 2L, null, 3L, List.of(), true, 2, 3, null),
                        new ActivityInstance(CALL, null, null, 4L, List.of(), true, 4, 4, null));
    }

    @Test
    void pair_transitionsOfOneInstant_beginBeforeTheyEnd() {
        at(10, CALL, COMPLETE).at(10, CALL, START).at(20, CALL, START).at(25, CALL, COMPLETE);

        assertThat(pair().instances())
                .containsExactly(
                        new ActivityInstance(CALL, null, 10L, 10L, List.of(), false, 1, 0, 1),
                        new ActivityInstance(CALL, null, 20L, 25L, List.of(), false, 2, 3, 2));
    }

    @Test
    void pair_nextStartAtTheInstantOfAnEnd_staysFirstInFirstOut() {
        at(0, CALL, START).at(10, CALL, COMPLETE).at(10, CALL, START).at(30, CALL, COMPLETE);

        assertThat(pair().instances())
                .containsExactly(
                        new ActivityInstance(CALL, null, 0L, 10L, List.of(), false, 0, 1, 0),
                        new ActivityInstance(CALL, null, 10L, 30L, List.of(), false, 2, 3, 2));
    }

    @Test
    void pair_suspendedAmongOthers_oldestEndsFirst() {
        at(0, CALL, START)
                .at(1, CALL, START)
                .at(2, CALL, SUSPEND)
                .at(8, CALL, COMPLETE)
                .at(9, CALL, COMPLETE);

        assertThat(pair().instances())
                .containsExactly(
                        new ActivityInstance(CALL, null, 0L, 8L, List.of(new Rest(2, 8)), false, 0, 3, 0),
                        new ActivityInstance(CALL, null, 1L, 9L, List.of(), false, 1, 4, 1));
    }

    @Test
    void ended_openWithdrawnAndAborted_onlyWhatBeganAndEndedCounts() {
        at(0, CALL, START).at(1, CHECK, SCHEDULE).at(2, CHECK, ABORT).at(3, CALL, ABORT);
        at(4, CALL, COMPLETE).at(5, CHECK, START).at(6, CALL, SCHEDULE);

        assertThat(pair().instances().stream().map(ActivityInstance::ended))
                .containsExactly(true, false, true, false, false);
    }

    @Test
    void of_impossibleValues_fail() {
        assertThatThrownBy(() -> new TransitionEvent(1, CALL, COMPLETE, 10L, 9L))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid transition: it completes before it starts");
        assertThatThrownBy(() -> new Rest(5, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid rest: it ends before it begins");
        assertThatThrownBy(() -> new ActivityInstance(CALL, null, 0L, 9L, List.of(new Rest(0, 10)), false, 0, 1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid instance: it rested for longer than it lasted");
        assertThatThrownBy(() -> new ActivityInstance(CALL, null, 0L, 9L, List.of(), false, 0, 1, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid instance: a start and the event that records it go together");
    }

    @Test
    void pair_unsorted_fails() {
        at(5, CALL, START).at(4, CALL, COMPLETE);

        assertThatThrownBy(this::pair)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot pair the transitions of a case: the one at position 1 is before the one it follows;"
                        + " sort them by the total order");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void pair_anyCase_losesNoTransition(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Transition[] transitions = Transition.values();
        for (int i = 0; i < 400; i++) {
            at(i / 2, random.nextInt(4), transitions[random.nextInt(transitions.length)]);
        }

        PairedCase paired = pair();

        assertThat(paired.instances().stream().filter(i -> i.startUs() != null)).hasSize(count(START));
        assertThat(paired.instances().stream().filter(i -> i.scheduledUs() != null))
                .hasSize(count(SCHEDULE));
        int ends = count(COMPLETE) + count(ABORT) + count(WITHDRAW);
        assertThat(paired.instances().stream().filter(i -> i.completeUs() != null))
                .hasSize(ends);
        assertThat(paired.open()).isEqualTo(paired.instances().size() - ends);
    }

    private int count(Transition transition) {
        return (int) events.stream()
                .filter(event -> event.transition() == transition)
                .count();
    }

    private InstancePairingTest at(long us, int activity, Transition transition) {
        events.add(new TransitionEvent(events.size(), activity, transition, us));
        return this;
    }

    private InstancePairingTest at(long us, int activity, Transition transition, Long startUs) {
        events.add(new TransitionEvent(events.size(), activity, transition, startUs, us));
        return this;
    }

    private PairedCase pair() {
        return InstancePairing.pair(events);
    }
}
