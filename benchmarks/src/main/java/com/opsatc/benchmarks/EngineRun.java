package com.opsatc.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One engine measured in a process of its own.
 *
 * @param coldMillis first run of the process, sessions and connections opened before
 * @param warmMillis median of the runs after it
 * @param peakMebi most memory the process held, its own runtime included; 0 where the system does not say
 */
record EngineRun(String engine, long coldMillis, long warmMillis, long peakMebi) {
    static EngineRun measure(EngineKind kind, Workspace workspace, int warmRuns) {
        try (Engine engine = kind.open(workspace)) {
            long cold = millis(engine);
            List<Long> warm = new ArrayList<>();
            for (int i = 0; i < warmRuns; i++) {
                warm.add(millis(engine));
            }

            Collections.sort(warm);
            return new EngineRun(kind.symbol(), cold, warm.get(warm.size() / 2), PeakMemory.mebi());
        }
    }

    private static long millis(Engine engine) {
        long start = System.nanoTime();
        engine.run();
        return (System.nanoTime() - start) / 1_000_000;
    }
}
