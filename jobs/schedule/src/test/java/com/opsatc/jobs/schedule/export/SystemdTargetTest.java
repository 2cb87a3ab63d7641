package com.opsatc.jobs.schedule.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.id.TenantId;
import com.opsatc.jobs.schedule.declare.CatchUp;
import com.opsatc.jobs.schedule.declare.JobKind;
import com.opsatc.jobs.schedule.declare.ScheduledJob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemdTargetTest {
    private static final Tool ANALYZE = new Tool("systemd-analyze", "systemd");
    private static final Pattern IN_UTC =
            Pattern.compile("(?m)(?:Next elapse|Iter[.] #[0-9]+): \\w+ (\\S+) (\\S+) UTC$");

    @TempDir
    private Path folder;

    @Test
    void files_aJobOfATenant_areAServiceAndATimer() {
        var files = new SystemdTarget().files(ExportedSample.jobs(), ExportedSample.PLACE);

        assertThat(files.keySet())
                .containsExactly(
                        "opsatc-check-acme.service",
                        "opsatc-check-acme.timer",
                        "opsatc-check-globex.service",
                        "opsatc-check-globex.timer",
                        "opsatc-nightly-acme.service",
                        "opsatc-nightly-acme.timer",
                        "opsatc-nightly-globex.service",
                        "opsatc-nightly-globex.timer",
                        "opsatc-telemetry-day.service",
                        "opsatc-telemetry-day.timer");
        assertThat(files.get("opsatc-nightly-acme.service")).isEqualTo("""
                        [Unit]
                        Description=OpsATC nightly: run --tenant acme
                        StartLimitIntervalSec=67500
                        StartLimitBurst=3

                        [Service]
                        Type=oneshot
                        ExecStart=/opt/opsatc/opsatc run --tenant acme --home "/srv/it's 100%% home" --root-key /etc/opsatc/root.key
                        TimeoutStartSec=21600
                        Restart=on-failure
                        RestartSec=900
                        RestartPreventExitStatus=2 4 5
                        """);
        assertThat(files.get("opsatc-check-acme.timer")).isEqualTo("""
                        [Unit]
                        Description=OpsATC check: verify --tenant acme

                        [Timer]
                        OnCalendar=*-*-1 6:0:00 Europe/Berlin
                        OnCalendar=Sun *-*-* 6:0:00 Europe/Berlin
                        AccuracySec=1s
                        Persistent=false

                        [Install]
                        WantedBy=timers.target
                        """);
    }

    @Test
    void files_everyKindOfJob_systemdFindsNothingWrong() throws Exception {
        Tool analyze = ANALYZE.require();
        ExportPlace here = new ExportPlace(
                Path.of(System.getProperty("opsatc.root"), "opsatc"),
                ExportedSample.PLACE.home(),
                ExportedSample.PLACE.rootKey(),
                "opsatc:1");
        String[] units = write(new SystemdTarget().files(ExportedSample.jobs(), here).entrySet().stream());

        assertThat(analyze.run(folder, units)).isEmpty();
    }

    /** systemd's reading of the times, against ours, over a year with both changes of the clocks. */
    @ParameterizedTest
    @ValueSource(strings = {"30 5 * * MON-FRI", "*/20 4,16 1-7 * *", "0 6 1,15 * SUN", "5 0 29 2 *", "0 */6 * 3-5 *"})
    void times_ofACron_areThoseThatSystemdReads(String cron) throws Exception {
        Tool analyze = ANALYZE.require();
        ScheduledJob job = ExportedSample.job("job", JobKind.RUN, cron, CatchUp.ONCE, 0);
        List<String> times = SystemdTarget.times(ExportedJob.of(List.of(job), List.of(new TenantId("acme")))
                        .get(0))
                .toList();

        TreeSet<Instant> read = new TreeSet<>();
        for (String time : times) {
            String said =
                    analyze.run(folder, "calendar", "--base-time=2026-01-01 00:00:00 UTC", "--iterations=300", time);
            IN_UTC.matcher(said).results().map(SystemdTargetTest::instant).forEach(read::add);
        }

        int count = Math.min(250, read.size());
        assertThat(count).isPositive();
        Instant first = Instant.parse("2025-12-31T23:59:59.999Z");
        assertThat(Stream.iterate(job.times().next(first), job.times()::next).limit(count))
                .isEqualTo(read.stream().limit(count).toList());
    }

    private static Instant instant(MatchResult result) {
        return Instant.parse(result.group(1) + "T" + result.group(2) + "Z");
    }

    private String[] write(Stream<Map.Entry<String, String>> files) {
        return Stream.concat(Stream.of("verify", "--man=no"), files.map(file -> {
                    try {
                        return Files.writeString(folder.resolve(file.getKey()), file.getValue())
                                .toString();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }))
                .toArray(String[]::new);
    }
}
