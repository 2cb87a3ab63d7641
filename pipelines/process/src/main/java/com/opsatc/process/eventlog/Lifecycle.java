package com.opsatc.process.eventlog;

import com.opsatc.kernel.pairing.Transition;
import java.util.List;
import java.util.Locale;

/**
 * The standard transactional lifecycle of XES (IEEE 1849, lifecycle extension), in any case of letters.
 *
 * <p>An event without a transition tells of an end, as all events of most logs do. Assigning work neither begins nor ends
 * it, and words of another model, such as a ticket's states, do neither: such events belong to no activity instance.
 */
final class Lifecycle {
    private Lifecycle() {}

    static Transition of(String transition) {
        if (transition == null) {
            return Transition.COMPLETE;
        }

        return switch (transition.toLowerCase(Locale.ROOT)) {
            case "schedule" -> Transition.SCHEDULE;
            case "start" -> Transition.START;
            case "suspend" -> Transition.SUSPEND;
            case "resume" -> Transition.RESUME;
            case "complete" -> Transition.COMPLETE;
            case "withdraw", "autoskip", "manualskip" -> Transition.WITHDRAW;
            case "ate_abort", "pi_abort" -> Transition.ABORT;
            default -> Transition.OTHER;
        };
    }

    /** The transition of each class, by its code. */
    static List<Transition> of(LogCodes codes) {
        return codes.classes().stream()
                .map(activityClass -> of(activityClass.lifecycle()))
                .toList();
    }
}
