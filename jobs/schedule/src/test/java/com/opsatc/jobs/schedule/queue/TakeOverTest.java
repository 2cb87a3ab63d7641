package com.opsatc.jobs.schedule.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.jobs.schedule.declare.CatchUp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Schedulers that are killed while a tenant runs. */
class TakeOverTest {
    private final OffsetClock clock = OffsetClock.at("2026-03-04T01:00:00Z");

    @BeforeEach
    void plan() {
        JobScheduler.start(
                        Jobs.nightly("killed", CatchUp.ONCE, 0),
                        TestQueue.ground(clock, "acme"),
                        new HeldWork(),
                        new KeptJournal())
                .close();
        clock.set("2026-03-04T02:00:00Z");
    }

    @Test
    void kill_whileATenantRuns_isTakenOverByOneOtherOnce() throws Exception {
        try (SchedulerProcess one = new SchedulerProcess("killed", clock.offset());
                SchedulerProcess two = new SchedulerProcess("killed", clock.offset());
                SchedulerProcess three = new SchedulerProcess("killed", clock.offset())) {
            List<SchedulerProcess> left = new ArrayList<>(List.of(one, two, three));
            Waiting.until(() -> said(left).contains("STARTED acme"));
            SchedulerProcess first = left.stream()
                    .filter(each -> each.said().contains("STARTED acme"))
                    .findFirst()
                    .orElseThrow();
            left.remove(first);
            first.kill();

            Waiting.until(() -> said(left).contains("STARTED acme"));
            left.forEach(SchedulerProcess::finishWork);
            Waiting.until(() -> said(left).contains("DONE acme worked next 2026-03-05T02:00:00Z"));

            List<String> all = new ArrayList<>(left.get(0).stop());
            all.addAll(left.get(1).stop());
            assertThat(all)
                    .filteredOn(line -> !line.startsWith("TAKEN_OVER acme the process that ran it is gone: "))
                    .containsExactlyInAnyOrder("STARTED acme", "DONE acme worked next 2026-03-05T02:00:00Z");
            assertThat(all).hasSize(3);
            assertThat(first.said()).containsExactly("STARTED acme", "end");
        }
        assertThat(TestQueue.due("killed", "acme")).contains(Instant.parse("2026-03-05T02:00:00Z"));
    }

    private static List<String> said(List<SchedulerProcess> processes) {
        return processes.stream().flatMap(process -> process.said().stream()).toList();
    }
}
