package com.opsatc.process.run;

import com.opsatc.process.admit.read.SourceSpec;
import com.opsatc.process.eventlog.EventLog;
import com.opsatc.process.eventlog.InstanceLogs;
import com.opsatc.tenancy.iceberg.ScanCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * How often the stored views of logs were read since a run began, counted where tables are scanned: once each is what it takes.
 */
final class ViewPasses {
    private final List<String> tables = new ArrayList<>();
    private final SortedMap<String, Long> before = ScanCounts.sofar();

    /** @param catalog alias of the tenant's catalog */
    ViewPasses(String catalog, List<SourceSpec> sources) {
        for (SourceSpec source : sources) {
            tables.add(catalog + ".t." + EventLog.log(source.source()).name());
            tables.add(catalog + ".t." + InstanceLogs.tables(source.source()).get(0));
        }
    }

    /** Passes over all views. */
    long count() {
        SortedMap<String, Long> now = ScanCounts.sofar();
        return tables.stream().mapToLong(table -> since(now, table)).sum();
    }

    /** Views that were read at all. */
    long views() {
        SortedMap<String, Long> now = ScanCounts.sofar();
        return tables.stream().filter(table -> since(now, table) > 0).count();
    }

    private long since(SortedMap<String, Long> now, String table) {
        return now.getOrDefault(table, 0L) - before.getOrDefault(table, 0L);
    }
}
