package com.opsatc.kernel.pairing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Pairs the recorded transitions of one case to activity instances, first in first out for each activity.
 *
 * <ul>
 *   <li>a start belongs to the oldest scheduled instance of its activity, else it begins one;
 *   <li>a completion or abort ends the oldest started instance, else the oldest scheduled one, else an instance of which
 *       nothing else is known: its start stays unknown;
 *   <li>a completion or abort that records its own start ends the instance that began at that instant, else it begins and ends
 *       the oldest scheduled one, else it is an instance by itself;
 *   <li>a withdrawal ends the oldest scheduled instance, else one of which nothing else is known, and never a started one;
 *   <li>suspend applies to the oldest started instance that is not resting, resume to the oldest that is; an end while
 *       resting ends the rest.
 * </ul>
 *
 * <p>Transitions of one instant are taken in the order of {@link Transition#rank}: extracts are written newest first as well,
 * or stamped by the minute. A suspend or resume without such an instance, and {@link Transition#OTHER}, change nothing and are
 * listed. Instances without an end stay open and are counted.
 */
public final class InstancePairing {
    /** By activity code, so that what is open at the end comes in a fixed order. */
    private final Map<Integer, OpenInstances> open = new TreeMap<>();

    private final List<ActivityInstance> ended = new ArrayList<>();
    private final List<Integer> unmatched = new ArrayList<>();

    private InstancePairing() {}

    /**
     * Pairs the transitions of a case, given in total order.
     *
     * @throws IllegalArgumentException if an instant is before the one of the event before it
     */
    public static PairedCase pair(List<TransitionEvent> events) {
        for (int i = 1; i < events.size(); i++) {
            if (events.get(i).atUs() < events.get(i - 1).atUs()) {
                throw new IllegalArgumentException("Cannot pair the transitions of a case: the one at position "
                        + events.get(i).position() + " is before the one it follows; sort them by the total order");
            }
        }

        InstancePairing pairing = new InstancePairing();
        events.stream()
                .sorted(Comparator.comparingLong(TransitionEvent::atUs)
                        .thenComparing(event -> event.transition().rank()))
                .forEach(pairing::read);
        return pairing.paired();
    }

    private void read(TransitionEvent event) {
        OpenInstances ofActivity = open.computeIfAbsent(event.activity(), activity -> new OpenInstances());
        switch (event.transition()) {
            case SCHEDULE -> ofActivity.schedule(event);
            case WITHDRAW -> ended.add(ofActivity.withdraw(event));
            case START -> ofActivity.start(event);
            case SUSPEND -> require(ofActivity.suspend(event), event);
            case RESUME -> require(ofActivity.resume(event), event);
            case COMPLETE, ABORT -> ended.add(ofActivity.end(event));
            case OTHER -> require(false, event);
        }
    }

    private void require(boolean applied, TransitionEvent event) {
        if (!applied) {
            unmatched.add(event.position());
        }
    }

    private PairedCase paired() {
        List<ActivityInstance> instances = new ArrayList<>(ended);
        open.values().forEach(ofActivity -> instances.addAll(ofActivity.unended()));
        instances.sort(Comparator.comparingInt(ActivityInstance::firstPosition));
        int unended = (int) instances.stream()
                .filter(instance -> instance.completeUs() == null)
                .count();
        int unknownStart = (int) instances.stream()
                .filter(instance -> instance.startUs() == null && instance.completeUs() != null)
                .count();
        unmatched.sort(Comparator.naturalOrder());
        return new PairedCase(instances, unended, unknownStart, unmatched);
    }
}
