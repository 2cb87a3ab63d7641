package com.opsatc.jobs.schedule.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.TenantId;
import com.opsatc.jobs.schedule.declare.CatchUp;
import com.opsatc.jobs.schedule.declare.Schedule;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The scheduler on a real queue, with a clock that is set and work that does what the test says. */
class JobSchedulerTest {
    private final OffsetClock clock = OffsetClock.at("2026-03-04T01:00:00Z");
    private final KeptJournal journal = new KeptJournal();
    private final HeldWork work = new HeldWork();

    @Test
    void start_atFirst_plansTheNextTimeAndRunsWhenItComes() throws Exception {
        try (JobScheduler scheduler = start(Jobs.nightly("first", CatchUp.ONCE, 0), "acme")) {
            assertThat(TestQueue.due("first", "acme")).contains(Instant.parse("2026-03-04T02:00:00Z"));

            clock.set("2026-03-04T02:00:00Z");

            assertThat(journal.next()).isEqualTo("STARTED acme");
            assertThat(journal.next()).isEqualTo("DONE acme worked next 2026-03-05T02:00:00Z");
        }
        assertThat(journal.rest()).isEmpty();
    }

    @Test
    void start_nightsWereMissed_runsOnceForAllOfThem() throws Exception {
        Schedule schedule = Jobs.nightly("missed-once", CatchUp.ONCE, 0);
        start(schedule, "acme").close();

        clock.set("2026-03-07T09:00:00Z");
        try (JobScheduler scheduler = start(schedule, "acme")) {
            assertThat(journal.next()).isEqualTo("STARTED acme");
            assertThat(journal.next()).isEqualTo("DONE acme worked next 2026-03-08T02:00:00Z");
        }
        assertThat(journal.rest()).isEmpty();
    }

    @Test
    void start_nightsWereMissedAndAreSkipped_waitsForTheNext() throws Exception {
        Schedule schedule = Jobs.nightly("missed-skip", CatchUp.SKIP, 0);
        start(schedule, "acme").close();

        clock.set("2026-03-07T09:00:00Z");
        try (JobScheduler scheduler = start(schedule, "acme")) {
            assertThat(journal.next())
                    .isEqualTo("MISSED acme it was due at 2026-03-04T02:00:00Z, when nothing could run next"
                            + " 2026-03-08T02:00:00Z");
        }
        assertThat(journal.rest()).isEmpty();
    }

    @Test
    void run_tenantFails_othersRunAndItWaitsForTheNextTime() throws Exception {
        work.fail("acme", new PipelineException(ErrorCode.QUALITY_GATE, "Cannot publish: a rule failed"));
        try (JobScheduler scheduler = start(Jobs.nightly("failing", CatchUp.ONCE, 3), "acme", "globex")) {
            clock.set("2026-03-04T02:00:00Z");

            assertThat(Stream.of(journal.next(), journal.next(), journal.next(), journal.next()))
                    .containsExactlyInAnyOrder(
                            "STARTED acme",
                            "FAILED acme Cannot publish: a rule failed next 2026-03-05T02:00:00Z",
                            "STARTED globex",
                            "DONE globex worked next 2026-03-05T02:00:00Z");
        }
    }

    @Test
    void run_tenantHangs_othersRunMeanwhile() throws Exception {
        work.hold("acme");
        try (JobScheduler scheduler = start(Jobs.nightly("hanging", CatchUp.ONCE, 0), "acme", "globex", "initech")) {
            clock.set("2026-03-04T02:00:00Z");

            assertThat(IntStream.range(0, 5).mapToObj(i -> nextOf(journal)))
                    .containsExactlyInAnyOrder(
                            "STARTED acme",
                            "STARTED globex",
                            "DONE globex worked next 2026-03-05T02:00:00Z",
                            "STARTED initech",
                            "DONE initech worked next 2026-03-05T02:00:00Z");
            work.release("acme");
            assertThat(journal.next()).isEqualTo("DONE acme worked next 2026-03-05T02:00:00Z");
        }
    }

    @Test
    void run_failureThatMayPass_isTriedAgainAsOftenAsDeclared() throws Exception {
        work.fail("acme", new PipelineException(ErrorCode.LOCKED, "Cannot run: locked"));
        try (JobScheduler scheduler = start(Jobs.nightly("retried", CatchUp.ONCE, 2), "acme")) {
            clock.set("2026-03-04T02:00:00Z");
            assertThat(journal.next()).isEqualTo("STARTED acme");
            assertThat(journal.next()).isEqualTo("FAILED acme Cannot run: locked next 2026-03-04T02:15:00Z");
            clock.set("2026-03-04T02:16:00Z");
            assertThat(journal.next()).isEqualTo("STARTED acme");
            assertThat(journal.next()).isEqualTo("FAILED acme Cannot run: locked next 2026-03-04T02:31:00Z");
            clock.set("2026-03-04T02:32:00Z");
            assertThat(journal.next()).isEqualTo("STARTED acme");
            assertThat(journal.next()).isEqualTo("FAILED acme Cannot run: locked next 2026-03-05T02:00:00Z");

            // The next night begins to count anew.
            clock.set("2026-03-05T02:00:00Z");
            assertThat(journal.next()).isEqualTo("STARTED acme");
            assertThat(journal.next()).isEqualTo("FAILED acme Cannot run: locked next 2026-03-05T02:15:00Z");
            work.mend("acme");
            clock.set("2026-03-05T02:15:01Z");
            assertThat(journal.next()).isEqualTo("STARTED acme");
            assertThat(journal.next()).isEqualTo("DONE acme worked next 2026-03-06T02:00:00Z");
        }
    }

    @Test
    void run_attemptLaterThanTheNextTime_isTheNextTime() throws Exception {
        work.fail("acme", new IllegalStateException("secret words"));
        try (JobScheduler scheduler = start(Jobs.nightly("frequent", "*/10 * * * *", CatchUp.ONCE, 5), "acme")) {
            clock.set("2026-03-04T01:10:00Z");

            assertThat(journal.next()).isEqualTo("STARTED acme");
            assertThat(journal.next())
                    .isEqualTo("FAILED acme Cannot finish: internal error IllegalStateException next"
                            + " 2026-03-04T01:20:00Z");
        }
    }

    @Test
    void run_severalSchedulers_runEachTenantOnce() throws Exception {
        String[] tenants = IntStream.range(0, 12).mapToObj(i -> "tenant-" + i).toArray(String[]::new);
        Schedule schedule = Jobs.nightly("shared", CatchUp.ONCE, 0);
        try (JobScheduler one = start(schedule, tenants);
                JobScheduler two = start(schedule, tenants);
                JobScheduler three = start(schedule, tenants)) {
            clock.set("2026-03-04T02:00:00Z");

            assertThat(IntStream.range(0, 24).mapToObj(i -> nextOf(journal)))
                    .containsExactlyInAnyOrderElementsOf(Stream.of(tenants)
                            .flatMap(tenant -> Stream.of(
                                    "STARTED " + tenant, "DONE " + tenant + " worked next 2026-03-05T02:00:00Z"))
                            .toList());
        }
        assertThat(journal.rest()).isEmpty();
        assertThat(journal.complaints()).isEmpty();
    }

    @Test
    void renew_tenantsComeAndGo_areReckonedWith() throws Exception {
        AtomicReference<List<TenantId>> tenants = new AtomicReference<>(List.of(new TenantId("acme")));
        Schedule schedule = Jobs.nightly("renewed", CatchUp.ONCE, 0);
        try (JobScheduler scheduler =
                JobScheduler.start(schedule, TestQueue.ground(clock, tenants::get), work, journal)) {
            tenants.set(List.of(new TenantId("globex")));

            Waiting.until(() -> TestQueue.due("renewed", "acme").isEmpty()
                    && TestQueue.due("renewed", "globex").isPresent());
        }
    }

    @Test
    void renew_tenantsCannotBeRead_isToldAndTriedAgain() throws Exception {
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        try (JobScheduler scheduler = JobScheduler.start(
                Jobs.nightly("unread", CatchUp.ONCE, 0),
                TestQueue.ground(clock, () -> {
                    if (failure.get() != null) {
                        throw failure.get();
                    }
                    return List.of(new TenantId("acme"));
                }),
                work,
                journal)) {
            failure.set(new PipelineException(ErrorCode.DATABASE, "Cannot list tenants: lost"));
            Waiting.until(() -> journal.complaints().contains("Cannot list tenants: lost"));
            failure.set(null);

            clock.set("2026-03-04T02:00:00Z");
            assertThat(journal.next()).isEqualTo("STARTED acme");
        }
    }

    @Test
    void close_whileThePlanIsRenewed_waitsForItAndComplainsOfNothing() throws Exception {
        CountDownLatch renewing = new CountDownLatch(2); // the first is at the start
        CountDownLatch held = new CountDownLatch(1);
        JobScheduler scheduler = JobScheduler.start(
                Jobs.nightly("renewing", CatchUp.ONCE, 0),
                TestQueue.ground(clock, () -> {
                    renewing.countDown();
                    return renewing.getCount() > 0 ? List.of() : after(held);
                }),
                work,
                journal);
        assertThat(renewing.await(Waiting.MINUTES, TimeUnit.MINUTES)).isTrue();

        Thread closing = new Thread(scheduler::close);
        closing.start();
        Waiting.until(() -> closing.getState() == Thread.State.TIMED_WAITING);
        held.countDown();
        closing.join(TimeUnit.MINUTES.toMillis(Waiting.MINUTES));

        assertThat(closing.isAlive()).isFalse();
        assertThat(journal.complaints()).isEmpty();
        assertThat(TestQueue.due("renewing", "acme")).isPresent();
    }

    private static List<TenantId> after(CountDownLatch held) {
        try {
            assertThat(held.await(Waiting.MINUTES, TimeUnit.MINUTES)).isTrue();
            return List.of(new TenantId("acme"));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void start_otherTimesDeclared_plansAnew() {
        start(Jobs.nightly("moved", CatchUp.ONCE, 0), "acme").close();
        assertThat(TestQueue.due("moved", "acme")).contains(Instant.parse("2026-03-04T02:00:00Z"));

        start(Jobs.nightly("moved", "30 4 * * *", CatchUp.ONCE, 0), "acme").close();
        assertThat(TestQueue.due("moved", "acme")).contains(Instant.parse("2026-03-04T04:30:00Z"));
    }

    @Test
    void close_whileATenantRuns_waitsForItAndStartsNoOther() throws Exception {
        work.hold("acme").hold("globex").hold("initech");
        JobScheduler scheduler = start(Jobs.nightly("closed", CatchUp.ONCE, 0), "acme", "globex", "initech");
        clock.set("2026-03-04T02:00:00Z");
        // Two places, both taken: the third tenant waits in the queue.
        List<String> running = Stream.of(journal.next(), journal.next())
                .map(line -> line.replace("STARTED ", ""))
                .toList();

        Thread closing = new Thread(scheduler::close);
        closing.start();
        Waiting.until(() -> closing.getState() == Thread.State.TIMED_WAITING);
        assertThat(journal.rest()).isEmpty();
        running.forEach(work::release);
        closing.join(TimeUnit.MINUTES.toMillis(Waiting.MINUTES));

        assertThat(closing.isAlive()).isFalse();
        assertThat(journal.rest())
                .containsExactlyInAnyOrderElementsOf(running.stream()
                        .map(tenant -> "DONE " + tenant + " worked next 2026-03-05T02:00:00Z")
                        .toList());
    }

    @Test
    void close_whileThePlanIsRenewedAndAPlaceComesFree_startsNoOther() throws Exception {
        CountDownLatch renewing = new CountDownLatch(2); // the first is at the start
        CountDownLatch held = new CountDownLatch(1);
        List<TenantId> tenants =
                Stream.of("acme", "globex", "initech").map(TenantId::new).toList();
        work.hold("acme").hold("globex").hold("initech");
        JobScheduler scheduler = JobScheduler.start(
                Jobs.nightly("freed", CatchUp.ONCE, 0),
                TestQueue.ground(clock, () -> {
                    renewing.countDown();
                    return renewing.getCount() > 0 ? tenants : after(held);
                }),
                work,
                journal);
        assertThat(renewing.await(Waiting.MINUTES, TimeUnit.MINUTES)).isTrue();
        clock.set("2026-03-04T02:00:00Z");
        // Two places, both taken: the third tenant waits in the queue.
        List<String> running = Stream.of(journal.next(), journal.next())
                .map(line -> line.replace("STARTED ", ""))
                .toList();

        Thread closing = new Thread(scheduler::close);
        closing.start();
        Waiting.until(() -> closing.getState() == Thread.State.TIMED_WAITING);
        running.forEach(work::release);
        List<String> done = Stream.of(journal.next(), journal.next()).toList();
        held.countDown();
        closing.join(TimeUnit.MINUTES.toMillis(Waiting.MINUTES));

        assertThat(closing.isAlive()).isFalse();
        assertThat(done)
                .containsExactlyInAnyOrderElementsOf(running.stream()
                        .map(tenant -> "DONE " + tenant + " worked next 2026-03-05T02:00:00Z")
                        .toList());
        assertThat(journal.rest()).isEmpty();
    }

    private JobScheduler start(Schedule schedule, String... tenants) {
        return JobScheduler.start(schedule, TestQueue.ground(clock, tenants), work, journal);
    }

    private static String nextOf(KeptJournal journal) {
        try {
            return journal.next();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
