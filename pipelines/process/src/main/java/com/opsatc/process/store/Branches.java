package com.opsatc.process.store;

import java.util.Map;
import java.util.Set;
import org.apache.iceberg.ManageSnapshots;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;

/**
 * What becomes of an attempt's branches: those a head names are tagged, the others are collected.
 *
 * <p>A tag keeps a head's snapshot alive through expiry, whatever later attempts do. Collecting is safe at any time but
 * during an attempt of the same tenant, which the tenant's lock excludes.
 */
public final class Branches {
    static final String PREFIX = "attempt_";
    private static final String TAG_PREFIX = "head_";

    private Branches() {}

    /** Tags every snapshot of a head; a tag that is already there is left as it is. */
    public static void tag(AttemptTables tables, long sequence, Map<String, Long> snapshots) {
        for (Map.Entry<String, Long> entry : snapshots.entrySet()) {
            Table table = tables.load(entry.getKey());
            String name = TAG_PREFIX + sequence;
            if (!table.refs().containsKey(name)) {
                table.manageSnapshots().createTag(name, entry.getValue()).commit();
            }
        }
    }

    /** Drops the attempt branches of the given tables; tagged snapshots stay. Returns how many were dropped. */
    public static int collect(AttemptTables tables, Set<String> names) {
        int dropped = 0;
        for (String name : names) {
            Table table = tables.load(name);
            ManageSnapshots drops = table.manageSnapshots();
            int found = 0;
            for (Map.Entry<String, SnapshotRef> ref : table.refs().entrySet()) {
                if (ref.getValue().isBranch() && ref.getKey().startsWith(PREFIX)) {
                    drops = drops.removeBranch(ref.getKey());
                    found++;
                }
            }

            if (found > 0) {
                drops.commit();
                dropped += found;
            }
        }

        return dropped;
    }
}
