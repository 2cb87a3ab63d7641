package com.opsatc.jobs.schedule.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Keeps what is told; a test waits for the next of it. */
final class KeptJournal implements JobJournal {
    private final BlockingQueue<JobEvent> events = new LinkedBlockingQueue<>();
    private final List<String> complaints = new ArrayList<>();

    @Override
    public void tell(JobEvent event) {
        events.add(event);
    }

    @Override
    public synchronized void complain(String sentence) {
        complaints.add(sentence);
    }

    synchronized List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** The next event as a line; fails when there is none in time. */
    String next() throws InterruptedException {
        JobEvent event = events.poll(Waiting.MINUTES, TimeUnit.MINUTES);
        assertThat(event).as("an event in time; complaints %s", complaints()).isNotNull();

        return line(event);
    }

    /** What was told and not yet asked for. */
    List<String> rest() {
        List<JobEvent> rest = new ArrayList<>();
        events.drainTo(rest);

        return rest.stream().map(KeptJournal::line).toList();
    }

    static String line(JobEvent event) {
        return event.kind() + " " + event.subject()
                + (event.words().isEmpty() ? "" : " " + event.words())
                + (event.next() == null ? "" : " next " + event.next().truncatedTo(ChronoUnit.MINUTES));
    }
}
