package com.opsatc.process.finding;

import com.opsatc.process.bottleneck.TimedEdge;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the time of a step must be read with. */
final class StepCaveats {
    private StepCaveats() {}

    static List<String> of(TimedEdge step) {
        if (!step.isWaiting()) {
            return List.of(
                    "Starts are not recorded, or of too few occurrences: the time holds work as well as waiting.");
        }

        List<String> caveats = new ArrayList<>();
        caveats.add("The time is waiting: from the completion of the first activity to the start of the second.");
        if (step.withoutStart() > 0) {
            caveats.add(String.format(
                    Locale.ROOT,
                    "Occurrences left out, since the start of their second activity is not recorded: %,d.",
                    step.withoutStart()));
        }
        return caveats;
    }
}
