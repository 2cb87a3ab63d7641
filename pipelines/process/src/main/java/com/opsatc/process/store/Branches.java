package com.opsatc.process.store;

import java.util.Map;
import org.apache.iceberg.ManageSnapshots;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;

/**
 * What becomes of an attempt's branches: the snapshots a head names are tagged, and every branch is dropped.
 *
 * <p>A tag keeps a head's snapshot alive through expiry, whatever later attempts do; the branch of an attempt that no head
 * names goes, and with it the last reference to its rows. Safe at any time but during an attempt of the same tenant, which
 * the tenant's lock excludes; done again, it changes nothing.
 */
public final class Branches {
    static final String PREFIX = "attempt_";
    private static final String TAG_PREFIX = "head_";

    private Branches() {}

    /**
     * Settles all tables of the tenant: one commit for each table that has anything to settle.
     *
     * @param sequence of the head; 0 when there is none, and then nothing is tagged
     * @param head the head's snapshots by table
     * @return how many branches were dropped
     */
    public static int settle(AttemptTables tables, long sequence, Map<String, Long> head) {
        int dropped = 0;
        for (String name : tables.all()) {
            dropped += settle(tables.load(name), sequence, head.get(name));
        }

        return dropped;
    }

    private static int settle(Table table, long sequence, Long snapshot) {
        ManageSnapshots changes = table.manageSnapshots();
        boolean changed = false;
        String tag = TAG_PREFIX + sequence;
        if (snapshot != null && sequence > 0 && !table.refs().containsKey(tag)) {
            changes = changes.createTag(tag, snapshot);
            changed = true;
        }

        int dropped = 0;
        for (Map.Entry<String, SnapshotRef> ref : table.refs().entrySet()) {
            if (ref.getValue().isBranch() && ref.getKey().startsWith(PREFIX)) {
                changes = changes.removeBranch(ref.getKey());
                dropped++;
            }
        }

        if (changed || dropped > 0) {
            changes.commit();
        }

        return dropped;
    }
}
