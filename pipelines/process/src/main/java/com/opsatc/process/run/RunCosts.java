package com.opsatc.process.run;

import com.opsatc.process.admit.read.SourceSpec;
import com.opsatc.process.eventlog.EventLog;
import com.opsatc.process.eventlog.InstanceLogs;
import com.opsatc.process.eventlog.ObjectLogs;
import com.opsatc.tenancy.iceberg.ScanCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;

/**
 * What a run took, for its record: how many jobs Spark ran, and how often the stored views of logs were read, counted where tables
 * are scanned: once each is what it takes.
 */
final class RunCosts implements AutoCloseable {
    private final SparkContext context;
    private final List<String> tables = new ArrayList<>();
    private final SortedMap<String, Long> before = ScanCounts.sofar();
    private final AtomicLong jobs = new AtomicLong();
    private final SparkListener counter = new SparkListener() {
        @Override
        public void onJobStart(SparkListenerJobStart started) {
            jobs.incrementAndGet();
        }
    };

    /** @param catalog alias of the tenant's catalog */
    RunCosts(SparkContext context, String catalog, List<SourceSpec> sources) {
        this.context = context;
        for (SourceSpec source : sources) {
            tables.add(catalog + ".t." + EventLog.log(source.source()).name());
            tables.add(
                    catalog + ".t." + ObjectLogs.tables(source.source()).get(0).name());
            tables.add(catalog + ".t." + InstanceLogs.tables(source.source()).get(0));
        }
        context.addSparkListener(counter);
    }

    /** So far: {@code jobs}, {@code views} that were read at all, and {@code passes} over all of them. */
    Map<String, Long> counts() {
        SortedMap<String, Long> now = ScanCounts.sofar();
        List<Long> scans = tables.stream()
                .map(table -> now.getOrDefault(table, 0L) - before.getOrDefault(table, 0L))
                .filter(count -> count > 0)
                .toList();
        return Map.of(
                "jobs",
                jobs.get(),
                "views",
                (long) scans.size(),
                "passes",
                scans.stream().mapToLong(Long::longValue).sum());
    }

    @Override
    public void close() {
        context.removeSparkListener(counter);
    }
}
