package com.opsatc.jobs.cli.verb.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.document.Documents;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.run.ProgressEvent;
import com.opsatc.instrumentation.PlatformTelemetry;
import com.opsatc.jobs.cli.CommandRun;
import com.opsatc.jobs.cli.Publisher;
import com.opsatc.jobs.cli.SamplePublication;
import com.opsatc.jobs.cli.TestHome;
import com.opsatc.jobs.host.Host;
import com.opsatc.jobs.host.Progress;
import com.opsatc.jobs.host.child.Installation;
import com.opsatc.jobs.schedule.declare.AttemptLimits;
import com.opsatc.jobs.schedule.declare.CatchUp;
import com.opsatc.jobs.schedule.declare.CronTimes;
import com.opsatc.jobs.schedule.declare.JobKind;
import com.opsatc.jobs.schedule.declare.ScheduledJob;
import com.opsatc.jobs.schedule.queue.HostWork;
import com.opsatc.tenancy.scope.Actor;
import com.opsatc.tenancy.scope.Source;
import com.opsatc.tenancy.scope.Tenancy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What scheduled jobs do, on a real home; runs of tenants are in {@link ScheduleRunTest}. */
@ExtendWith(TestHome.Extension.class)
class HostWorkTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void verify_whatHolds_saysSo(TestHome home) {
        publish(home, "scheduled-check", "7200000000");

        assertThat(work(home, job(JobKind.VERIFY, HOUR), "scheduled-check")).isEqualTo("run 0123456789abcdef holds");
    }

    @Test
    void verify_figureThatDoesNotFollow_failsAndNamesTheCheck(TestHome home) {
        publish(home, "scheduled-wrong", "7200000001");

        assertThatThrownBy(() -> work(home, job(JobKind.VERIFY, HOUR), "scheduled-wrong"))
                .isInstanceOfSatisfying(
                        PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE))
                .hasMessage("Run 0123456789abcdef of tenant scheduled-wrong does not hold: KPIs; see opsatc verify"
                        + " --tenant scheduled-wrong");
    }

    @Test
    void verify_longerThanItsDeadline_isGivenUp(TestHome home) {
        publish(home, "scheduled-long", "7200000000");

        assertThatThrownBy(() -> work(home, job(JobKind.VERIFY, Duration.ZERO), "scheduled-long"))
                .isInstanceOfSatisfying(
                        PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERRUPTED))
                .hasMessageStartingWith("Interrupted: it took longer than its deadline of ");
    }

    @Test
    void verify_noSuchTenant_isALastingFailure(TestHome home) {
        assertThatThrownBy(() -> work(home, job(JobKind.VERIFY, HOUR), "nobody"))
                .isInstanceOfSatisfying(
                        PipelineException.class,
                        e -> assertThat(job(JobKind.VERIFY, HOUR).limits().allowAnother(0, e.code()))
                                .isFalse())
                .hasMessageContaining("there is no such tenant");
    }

    @Test
    void telemetry_ingestAndRelease_countADayAndReleaseIt(@TempDir Path folder) throws Exception {
        TestHome home = new TestHome(folder.toRealPath());
        try {
            assertThat(work(home, job(JobKind.TELEMETRY_INGEST, HOUR), ScheduledJob.PLATFORM))
                    .isEqualTo("days of telemetry counted: 1");
            assertThat(work(home, job(JobKind.TELEMETRY_RELEASE, HOUR), ScheduledJob.PLATFORM))
                    .isEqualTo("blocks of telemetry released: 4");
        } finally {
            try (Tenancy tenancy = home.open()) {
                tenancy.stopServer();
            }
        }
    }

    private static void publish(TestHome home, String tenant, String figure) {
        Map<String, byte[]> documents = new SamplePublication(new TenantId(tenant)).documents();
        String kpis = new String(documents.get(Documents.KPIS.name()), StandardCharsets.UTF_8);
        documents.put(
                Documents.KPIS.name(),
                kpis.replace("\"value\":7200000000", "\"value\":" + figure).getBytes(StandardCharsets.UTF_8));
        Publisher.publish(home, new TenantId(tenant), documents);
    }

    private static ScheduledJob job(JobKind does, Duration deadline) {
        return new ScheduledJob(
                "job",
                does,
                List.of(),
                CronTimes.of("0 2 * * *", ZoneOffset.UTC),
                CatchUp.ONCE,
                new AttemptLimits(deadline, 1, HOUR));
    }

    private static String work(TestHome home, ScheduledJob job, String subject) {
        Clock clock = Clock.fixed(CommandRun.NOW, ZoneOffset.UTC);
        try (Tenancy tenancy = home.open();
                PlatformTelemetry telemetry =
                        PlatformTelemetry.open(tenancy.home().spool(), "opsatc-run", "1", clock, complaint -> {})) {
            Host host = new Host(
                    tenancy,
                    new Installation(Path.of(System.getProperty("opsatc.root"))),
                    home.home(),
                    new Actor("tester"),
                    Source.TEST,
                    clock,
                    new Unseen());

            return new HostWork(host, telemetry, 1, 1024).run(job, subject);
        }
    }

    private static final class Unseen implements Progress {
        @Override
        public void show(String who, ProgressEvent event) {
            return;
        }

        @Override
        public void close(String who) {
            return;
        }
    }
}
