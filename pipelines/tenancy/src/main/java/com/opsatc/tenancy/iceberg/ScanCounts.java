package com.opsatc.tenancy.iceberg;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.iceberg.metrics.MetricsReport;
import org.apache.iceberg.metrics.MetricsReporter;
import org.apache.iceberg.metrics.ScanReport;

/**
 * How often each table of this process's catalogs was scanned: Iceberg itself tells, each time it plans the files of a scan. It makes
 * its reporters by their class name, so the counts are the process's.
 */
public final class ScanCounts implements MetricsReporter {
    private static final Map<String, Long> SCANS = new ConcurrentHashMap<>();

    @Override
    public void report(MetricsReport report) {
        if (report instanceof ScanReport scan) {
            SCANS.merge(scan.tableName(), 1L, Long::sum);
        }
    }

    /** Scans so far by a table's full name: catalog, namespace and table with dots between. */
    public static SortedMap<String, Long> sofar() {
        return new TreeMap<>(SCANS);
    }
}
