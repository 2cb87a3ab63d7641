package com.opsatc.jobs.schedule.export;

import static java.util.stream.Collectors.joining;

import com.cronutils.model.field.CronFieldName;
import com.opsatc.jobs.schedule.declare.AttemptLimits;
import com.opsatc.jobs.schedule.declare.CatchUp;
import com.opsatc.jobs.schedule.declare.CronField;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** systemd: a service and a timer for each. */
final class SystemdTarget implements ExportTarget {
    private static final List<String> DAYS = List.of("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat");

    @Override
    public String name() {
        return "systemd";
    }

    @Override
    public String use() {
        return "copy them to /etc/systemd/system or ~/.config/systemd/user, then systemctl daemon-reload and systemctl"
                + " enable --now of each timer";
    }

    @Override
    public SortedMap<String, String> files(List<ExportedJob> jobs, ExportPlace place) {
        SortedMap<String, String> files = new TreeMap<>();
        for (ExportedJob job : jobs) {
            files.put(job.id() + ".service", service(job, place));
            files.put(job.id() + ".timer", timer(job));
        }

        return files;
    }

    private static String service(ExportedJob job, ExportPlace place) {
        AttemptLimits limits = job.job().limits();
        long deadline = limits.deadline().toSeconds();
        long pause = limits.retryAfter().toSeconds();
        String unit = "[Unit]\nDescription=" + job.title() + "\n";
        String service = "\n[Service]\nType=oneshot\nExecStart="
                + place.command(job).stream().map(SystemdTarget::quoted).collect(joining(" "))
                + "\nTimeoutStartSec=" + deadline + "\n";
        if (limits.retries() == 0) {
            return unit + service;
        }

        int starts = limits.retries() + 1;
        return unit + "StartLimitIntervalSec=" + starts * (deadline + pause) + "\nStartLimitBurst=" + starts + "\n"
                + service + "Restart=on-failure\nRestartSec=" + pause + "\nRestartPreventExitStatus="
                + AttemptLimits.lastingExitCodes().stream().map(String::valueOf).collect(joining(" "))
                + "\n";
    }

    private static String timer(ExportedJob job) {
        return "[Unit]\nDescription=" + job.title() + "\n\n[Timer]\n"
                + times(job).map(time -> "OnCalendar=" + time + "\n").collect(joining())
                + "AccuracySec=1s\nPersistent=" + (job.job().catchUp() == CatchUp.ONCE)
                + "\n\n[Install]\nWantedBy=timers.target\n";
    }

    /** Where both days are restricted cron takes either, systemd both: then there are two times. */
    static Stream<String> times(ExportedJob job) {
        CronField days = job.field(CronFieldName.DAY_OF_MONTH);
        CronField weekdays = job.field(CronFieldName.DAY_OF_WEEK);
        String anyDay = "*";
        String weekday = weekdays.values().stream().map(DAYS::get).collect(joining(",")) + " ";
        if (days.isAny() || weekdays.isAny()) {
            return Stream.of((weekdays.isAny() ? "" : weekday) + time(job, days.text()));
        }

        return Stream.of(time(job, days.text()), weekday + time(job, anyDay));
    }

    private static String time(ExportedJob job, String day) {
        return String.format(
                Locale.ROOT,
                "*-%s-%s %s:%s:00 %s",
                job.field(CronFieldName.MONTH).text(),
                day,
                job.field(CronFieldName.HOUR).text(),
                job.field(CronFieldName.MINUTE).text(),
                job.job().times().zone());
    }

    private static String quoted(String word) {
        String escaped = word.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("%", "%%")
                .replace("$", "$$");

        return escaped.matches("[A-Za-z0-9_./:=@+-]+") ? escaped : "\"" + escaped + "\"";
    }
}
