package com.opsatc.telemetry.aggregate;

import com.opsatc.telemetry.testing.CountingKeys;
import com.opsatc.telemetry.testing.Manifests;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Aggregates one file and says how many points it used, and the seconds on the wall and of processors from start to end. */
final class ThroughputProcess {
    private ThroughputProcess() {}

    /** @param arguments the file, and the last day */
    public static void main(String[] arguments) {
        Request request = new Request(
                Manifests.shipped(),
                Days.upTo(LocalDate.parse(arguments[1])),
                List.of(Path.of(arguments[0])),
                new TreeMap<>(),
                List.of(),
                Request.RANGE_BYTES);
        long before = System.nanoTime();
        Aggregation found = Aggregator.run(request, new CountingKeys(), Runner.direct(2));
        double seconds = (System.nanoTime() - before) / 1e9;
        double processor = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
        System.out.println(
                String.format(Locale.ROOT, "%d %.1f %.1f", found.counts().pointsUsed(), seconds, processor));
    }
}
