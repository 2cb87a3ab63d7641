package com.opsatc.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventLogGeneratorTest {
    private record Event(long caseKey, int position, boolean last, int activity, long completeUs) {}

    @Test
    void generate_sameSeedAndCase_givesTheSameEvents() {
        assertThat(events(7, 3)).isEqualTo(events(7, 3)).isNotEqualTo(events(8, 3));
    }

    @Test
    void generate_anyCase_isNumberedInTimeOrderAndEndsOnce() {
        for (long key = 0; key < 500; key++) {
            List<Event> events = events(1, key);
            for (int i = 0; i < events.size(); i++) {
                assertThat(events.get(i).position()).isEqualTo(i);
                assertThat(events.get(i).last()).isEqualTo(i == events.size() - 1);
                assertThat(events.get(i).activity()).isBetween(0, EventLogGenerator.ACTIVITIES - 1);
                assertThat(i == 0
                                || events.get(i - 1).completeUs()
                                        < events.get(i).completeUs())
                        .isTrue();
            }
        }
    }

    @Test
    void casesFor_events_givesAboutThatMany() {
        long cases = EventLogGenerator.casesFor(100_000);
        long events = 0;
        for (long key = 0; key < cases; key++) {
            events += events(20_260_101, key).size();
        }

        assertThat(events).isBetween(97_000L, 103_000L);
    }

    private static List<Event> events(long seed, long caseKey) {
        List<Event> events = new ArrayList<>();
        int size = new EventLogGenerator(seed)
                .generate(
                        caseKey,
                        (key, position, last, activity, completeUs) ->
                                events.add(new Event(key, position, last, activity, completeUs)));
        assertThat(events).hasSize(size);
        return events;
    }
}
