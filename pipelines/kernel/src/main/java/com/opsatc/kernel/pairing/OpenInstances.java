package com.opsatc.kernel.pairing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The instances of one activity that have no end yet, by what they are doing; the oldest of each is at hand at once. */
final class OpenInstances {
    private static final Comparator<OpenInstance> OLDEST = Comparator.comparingInt(OpenInstance::firstPosition);

    private final Deque<OpenInstance> scheduled = new ArrayDeque<>();
    private final NavigableSet<OpenInstance> running = new TreeSet<>(OLDEST);
    private final NavigableSet<OpenInstance> resting = new TreeSet<>(OLDEST);

    void schedule(TransitionEvent event) {
        scheduled.add(OpenInstance.scheduled(event));
    }

    void start(TransitionEvent event) {
        OpenInstance instance = scheduled.isEmpty() ? OpenInstance.of(event) : scheduled.poll();
        instance.start(event);
        running.add(instance);
    }

    /** Whether there was an instance to suspend. */
    boolean suspend(TransitionEvent event) {
        OpenInstance instance = running.pollFirst();
        if (instance == null) {
            return false;
        }

        instance.suspend(event);
        return resting.add(instance);
    }

    /** Whether there was an instance to resume. */
    boolean resume(TransitionEvent event) {
        OpenInstance instance = resting.pollFirst();
        if (instance == null) {
            return false;
        }

        instance.resume(event);
        return running.add(instance);
    }

    ActivityInstance withdraw(TransitionEvent event) {
        OpenInstance instance = scheduled.isEmpty() ? OpenInstance.of(event) : scheduled.poll();
        return instance.end(event, /* aborted= */ true);
    }

    /** Ends the oldest started instance, else the oldest scheduled one, else one of which nothing else is known. */
    ActivityInstance end(TransitionEvent event) {
        boolean aborted = event.transition() == Transition.ABORT;
        if (event.endsWithItsStart()) {
            return startedAt(event.startUs()).orElseGet(() -> begun(event)).end(event, aborted);
        }

        OpenInstance started = oldestStarted();
        if (started != null) {
            return started.end(event, aborted);
        }

        return (scheduled.isEmpty() ? OpenInstance.of(event) : scheduled.poll()).end(event, aborted);
    }

    List<ActivityInstance> unended() {
        List<ActivityInstance> unended = new ArrayList<>();
        Stream.of(scheduled, running, resting)
                .forEach(instances -> instances.forEach(instance -> unended.add(instance.unended())));
        return unended;
    }

    /** Takes the oldest running instance that began at that instant: the event tells of its start a second time. */
    private Optional<OpenInstance> startedAt(long startUs) {
        Optional<OpenInstance> found = running.stream()
                .filter(instance -> instance.startUs() == startUs)
                .findFirst();
        found.ifPresent(running::remove);
        return found;
    }

    private OpenInstance begun(TransitionEvent event) {
        OpenInstance instance = scheduled.isEmpty() ? OpenInstance.of(event) : scheduled.poll();
        instance.start(event);
        return instance;
    }

    private OpenInstance oldestStarted() {
        if (running.isEmpty() || resting.isEmpty()) {
            return running.isEmpty() ? resting.pollFirst() : running.pollFirst();
        }

        return OLDEST.compare(running.first(), resting.first()) < 0 ? running.pollFirst() : resting.pollFirst();
    }
}
