package com.opsatc.jobs.cli.verb.schedule;

import com.opsatc.jobs.cli.output.Shown;
import com.opsatc.jobs.cli.output.Terminal;
import com.opsatc.jobs.schedule.declare.ScheduledJob;
import com.opsatc.jobs.schedule.queue.JobEvent;
import com.opsatc.jobs.schedule.queue.JobJournal;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** What becomes of jobs, a line each, on standard output; what keeps the scheduler from working on standard error. */
final class JobLines implements JobJournal {
    private final Terminal terminal;

    JobLines(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public synchronized void tell(JobEvent event) {
        String subject = event.subject().equals(ScheduledJob.PLATFORM) ? "the platform" : event.subject();
        terminal.out()
                .println(event.at().truncatedTo(ChronoUnit.SECONDS) + "   " + event.job() + "   " + subject + "   "
                        + event.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                        + (event.words().isEmpty() ? "" : ": " + Shown.text(event.words()))
                        + (event.next() == null ? "" : "   next " + event.next().truncatedTo(ChronoUnit.SECONDS)));
        terminal.out().flush();
    }

    @Override
    public synchronized void complain(String sentence) {
        terminal.err().println("opsatc: " + Shown.text(sentence));
    }
}
