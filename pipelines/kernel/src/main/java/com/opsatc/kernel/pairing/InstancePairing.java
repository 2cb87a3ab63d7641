package com.opsatc.kernel.pairing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Pairs the recorded transitions of one case to activity instances, first in first out for each activity.
 *
 * <ul>
 *   <li>a start belongs to the oldest scheduled instance of its activity, else it begins one;
 *   <li>a completion or abort ends the oldest started instance, else the oldest scheduled one, else an instance of which
 *       nothing else is known: its start stays unknown;
 *   <li>an event that records its own start is an instance by itself;
 *   <li>suspend applies to the oldest started instance that is not resting, resume to the oldest that is; an end while
 *       resting ends the rest.
 * </ul>
 *
 * <p>A suspend or resume without such an instance, and {@link Transition#OTHER}, change nothing and are counted. Instances
 * without an end stay open and are counted.
 */
public final class InstancePairing {
    private final List<OpenInstance> open = new ArrayList<>();
    private final List<ActivityInstance> ended = new ArrayList<>();
    private final List<Integer> unmatched = new ArrayList<>();

    private InstancePairing() {}

    /**
     * Pairs the transitions of a case, given in total order.
     *
     * @throws IllegalArgumentException if an instant is before the one of the event before it
     */
    public static PairedCase pair(List<TransitionEvent> events) {
        InstancePairing pairing = new InstancePairing();
        for (int i = 0; i < events.size(); i++) {
            if (i > 0 && events.get(i).atUs() < events.get(i - 1).atUs()) {
                throw new IllegalArgumentException("Cannot pair the transitions of a case: the one at position "
                        + events.get(i).position() + " is before the one it follows; sort them by the total order");
            }

            pairing.read(events.get(i));
        }
        return pairing.paired();
    }

    private void read(TransitionEvent event) {
        if (event.isWholeInstance()) {
            ended.add(ActivityInstance.whole(event));
            return;
        }

        switch (event.transition()) {
            case SCHEDULE -> open.add(OpenInstance.scheduled(event));
            case START -> start(event);
            case COMPLETE -> end(event, false);
            case ABORT -> end(event, true);
            case SUSPEND ->
                oldest(event, instance -> instance.started() && !instance.suspended())
                        .ifPresentOrElse(instance -> instance.suspend(event), () -> unmatched.add(event.position()));
            case RESUME ->
                oldest(event, OpenInstance::suspended)
                        .ifPresentOrElse(instance -> instance.resume(event), () -> unmatched.add(event.position()));
            case OTHER -> unmatched.add(event.position());
        }
    }

    private void start(TransitionEvent event) {
        OpenInstance instance = oldest(event, scheduled -> !scheduled.started()).orElseGet(() -> {
            OpenInstance begun = OpenInstance.of(event);
            open.add(begun);
            return begun;
        });
        instance.start(event);
    }

    private void end(TransitionEvent event, boolean aborted) {
        OpenInstance instance = oldest(event, OpenInstance::started)
                .or(() -> oldest(event, any -> true))
                .orElseGet(() -> OpenInstance.of(event));
        open.remove(instance);
        ended.add(instance.end(event, aborted));
    }

    private Optional<OpenInstance> oldest(TransitionEvent event, Predicate<OpenInstance> state) {
        return open.stream()
                .filter(instance -> instance.activity() == event.activity() && state.test(instance))
                .findFirst();
    }

    private PairedCase paired() {
        List<ActivityInstance> instances = new ArrayList<>(ended);
        open.forEach(instance -> instances.add(instance.unended()));
        instances.sort(Comparator.comparingInt(ActivityInstance::firstPosition));
        int unknownStart = (int) instances.stream()
                .filter(instance -> instance.startUs() == null && instance.completeUs() != null)
                .count();
        return new PairedCase(instances, open.size(), unknownStart, unmatched);
    }
}
