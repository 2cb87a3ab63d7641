package com.opsatc.jobs.schedule.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.id.TenantId;
import com.opsatc.jobs.schedule.declare.CronTimes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrontabTargetTest {
    @TempDir
    private Path folder;

    @Test
    void files_everyKindOfJob_areALineEach() {
        String text = ExportedSample.file(new CrontabTarget());

        String home = "--home '/srv/it'\\''s 100\\% home' --root-key /etc/opsatc/root.key";
        assertThat(text.lines().skip(2))
                .containsExactly(
                        "CRON_TZ=Europe/Berlin",
                        "# OpsATC nightly: run --tenant acme; cron neither knows nor keeps that it catches up what was"
                                + " missed or tries again",
                        "30 2 * * 1,2,3,4,5 timeout -k 60 21600 /opt/opsatc/opsatc run --tenant acme " + home,
                        "# OpsATC nightly: run --tenant globex; cron neither knows nor keeps that it catches up what was"
                                + " missed or tries again",
                        "30 2 * * 1,2,3,4,5 timeout -k 60 21600 /opt/opsatc/opsatc run --tenant globex " + home,
                        "# OpsATC check: verify --tenant acme",
                        "0 6 1 * 0 timeout -k 60 21600 /opt/opsatc/opsatc verify --tenant acme " + home,
                        "# OpsATC check: verify --tenant globex",
                        "0 6 1 * 0 timeout -k 60 21600 /opt/opsatc/opsatc verify --tenant globex " + home,
                        "# OpsATC telemetry-day: telemetry ingest; cron neither knows nor keeps that it tries again",
                        "0,20,40 1 * * * timeout -k 60 21600 /opt/opsatc/opsatc telemetry ingest " + home);
    }

    @Test
    void files_everyKindOfJob_cronAccepts() throws Exception {
        Tool crontab = new Tool("crontab", "cron").require();
        Path file = Files.writeString(folder.resolve("opsatc.crontab"), ExportedSample.file(new CrontabTarget()));

        // Debian's of 2022 calls its dry run -n, others -T.
        String usage = crontab.usage(folder);
        assertThat(crontab.run(folder, usage.contains("-T") ? "-T" : "-n", file.toString()))
                .doesNotContainIgnoringCase("error");
    }

    @Test
    void files_mistypedLine_cronRefuses() throws Exception {
        Tool crontab = new Tool("crontab", "cron").require();
        Path file = Files.writeString(folder.resolve("wrong.crontab"), "0 25 * * * true\n");

        String usage = crontab.usage(folder);
        assertThat(crontab.fail(folder, usage.contains("-T") ? "-T" : "-n", file.toString()))
                .containsIgnoringCase("bad hour");
    }

    @Test
    void plainCron_ofEveryJob_hasTheTimesOfTheDeclared() {
        Instant after = Instant.parse("2026-03-28T00:00:00Z");
        for (ExportedJob job : ExportedSample.jobs()) {
            CronTimes plain = CronTimes.of(job.plainCron(), job.job().times().zone());
            Instant at = after;
            for (int i = 0; i < 50; i++) {
                assertThat(plain.next(at)).isEqualTo(job.job().times().next(at));
                at = plain.next(at);
            }
        }
        assertThat(ExportedSample.jobs()).hasSize(5);
    }

    @Test
    void id_longNames_areCutAndStayApart() {
        var jobs = ExportedJob.of(
                List.of(ExportedSample.jobs().get(0).job()),
                List.of("x", "y").stream()
                        .map(end -> new TenantId("a".repeat(60) + end))
                        .toList());

        assertThat(jobs)
                .extracting(ExportedJob::id)
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id).hasSize(52).matches("opsatc-nightly-a+-[0-9a-f]{8}"));
    }
}
