package com.opsatc.jobs.schedule.export;

import static java.util.stream.Collectors.joining;

import com.opsatc.jobs.schedule.declare.CatchUp;
import com.opsatc.jobs.schedule.declare.ScheduledJob;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A crontab: a line for each. */
final class CrontabTarget implements ExportTarget {
    private static final String HEAD = """
            # Exported by opsatc schedule export. Cronie reads CRON_TZ; other crons, Debian's among them, run the lines at the
            # machine's own time: set its zone to the one named, or use systemd timers. Lines end themselves at their deadline.
            """;

    @Override
    public String name() {
        return "crontab";
    }

    @Override
    public String use() {
        return "install it with crontab FILE";
    }

    @Override
    public SortedMap<String, String> files(List<ExportedJob> jobs, ExportPlace place) {
        StringBuilder text = new StringBuilder(HEAD);
        String zone = "";
        for (ExportedJob job : jobs) {
            if (!job.job().times().zone().getId().equals(zone)) {
                zone = job.job().times().zone().getId();
                text.append("CRON_TZ=").append(zone).append('\n');
            }
            text.append("# ").append(job.title()).append(notKept(job.job())).append('\n');
            text.append(line(job, place)).append('\n');
        }

        return new TreeMap<>(java.util.Map.of("opsatc.crontab", text.toString()));
    }

    private static String notKept(ScheduledJob job) {
        String catchUp = job.catchUp() == CatchUp.ONCE ? "catches up what was missed" : "";
        String retries = job.limits().retries() > 0 ? "tries again" : "";
        String both = catchUp.isEmpty() || retries.isEmpty() ? catchUp + retries : catchUp + " or " + retries;

        return both.isEmpty() ? "" : "; cron neither knows nor keeps that it " + both;
    }

    private static String line(ExportedJob job, ExportPlace place) {
        return job.plainCron() + " timeout -k 60 "
                + job.job().limits().deadline().toSeconds() + " "
                + place.command(job).stream()
                        .map(ShellWord::quoted)
                        // A per cent sign ends a line's command, also between quotes.
                        .map(word -> word.replace("%", "\\%"))
                        .collect(joining(" "));
    }
}
