package com.opsatc.process.store;

import com.opsatc.tenancy.run.Head;
import com.opsatc.tenancy.run.Heads;
import com.opsatc.tenancy.run.StoredTables;
import com.opsatc.tenancy.scope.TenantScope;
import com.opsatc.tenancy.store.DataPurpose;
import com.opsatc.tenancy.store.StoreLocation;
import com.opsatc.tenancy.store.TenantStore;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;

/**
 * What attempts without a head left in a tenant's store: snapshots that no head's tag or branch holds, table files and
 * metadata versions that nothing reaches, documents, and writes that a kill cut off.
 *
 * <p>Only under the tenant's lock and while no attempt is at work. What a head names is never touched. Killed at any point,
 * it leaves a store that serves as before, and the next collection takes the rest.
 */
public final class Garbage {
    private static final String DOCUMENTS = DataPurpose.DOCUMENT.folder();

    private Garbage() {}

    /**
     * Collects, after {@link Branches#settle} has dropped the branches of dead attempts.
     *
     * @return how many files were deleted
     */
    public static int collect(AttemptTables tables, TenantScope scope) {
        TenantStore store = scope.store();
        Set<String> reached = new HashSet<>();
        for (String name : tables.all()) {
            Table table = tables.load(name);
            expire(table);
            reached.addAll(reached(table, name, scope));
        }

        int deleted = store.sweep(StoredTables.folder()) + store.sweep(DOCUMENTS);
        for (String file : store.list(StoredTables.folder())) {
            deleted += !reached.contains(file) && store.delete(file) ? 1 : 0;
        }

        Set<String> published = Heads.list(scope).stream().map(Head::attemptId).collect(Collectors.toSet());
        for (String file : store.list(DOCUMENTS)) {
            deleted += !published.contains(file.split("/", -1)[1]) && store.delete(file) ? 1 : 0;
        }

        return deleted;
    }

    /** Where a damaged manifest does not tell what it reaches, all that lies in the table's folder stays. */
    private static Collection<String> reached(Table table, String name, TenantScope scope) {
        try {
            return TableFiles.of(table).stream()
                    .map(file -> StoreLocation.relative(scope.tenant(), file))
                    .toList();
        } catch (RuntimeException e) {
            if (StoredDamage.behind(e).isEmpty()) {
                throw e;
            }

            return scope.store().list(StoredTables.folder() + "/t/" + name);
        }
    }

    /** Forgets the snapshots that no tag or branch names; their files are deleted with all else that nothing reaches. */
    private static void expire(Table table) {
        Set<Long> named =
                table.refs().values().stream().map(SnapshotRef::snapshotId).collect(Collectors.toSet());
        boolean nothing = StreamSupport.stream(table.snapshots().spliterator(), false)
                .map(Snapshot::snapshotId)
                .allMatch(named::contains);
        if (nothing) {
            return;
        }

        table.expireSnapshots()
                .expireOlderThan(Long.MAX_VALUE)
                .cleanExpiredFiles(false)
                .commit();
        table.refresh();
    }
}
