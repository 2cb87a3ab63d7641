package com.opsatc.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One engine measured in a process of its own.
 *
 * @param coldMillis first run of the process, sessions and connections opened before
 * @param earlyMillis median of the five runs after it, while a virtual machine still compiles what it runs
 * @param warmMillis median of five runs once the process has run for twenty seconds
 * @param peakMebi most memory the process held, its own runtime included; 0 where the system does not say
 */
record EngineRun(String engine, long coldMillis, long earlyMillis, long warmMillis, long peakMebi) {
    private static final int RUNS = 5;
    private static final long WARM_UP_MILLIS = 20_000;

    static EngineRun measure(EngineKind kind, Workspace workspace) {
        try (Engine engine = kind.open(workspace)) {
            long cold = millis(engine);
            long spent = cold;
            List<Long> early = new ArrayList<>();
            while (early.size() < RUNS) {
                early.add(millis(engine));
                spent += early.get(early.size() - 1);
            }

            while (spent < WARM_UP_MILLIS) {
                spent += millis(engine);
            }

            List<Long> warm = new ArrayList<>();
            while (warm.size() < RUNS) {
                warm.add(millis(engine));
            }

            return new EngineRun(kind.symbol(), cold, median(early), median(warm), PeakMemory.mebi());
        }
    }

    private static long median(List<Long> millis) {
        Collections.sort(millis);
        return millis.get(millis.size() / 2);
    }

    private static long millis(Engine engine) {
        long start = System.nanoTime();
        engine.run();
        return (System.nanoTime() - start) / 1_000_000;
    }
}
