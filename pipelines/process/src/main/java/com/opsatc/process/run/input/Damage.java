package com.opsatc.process.run.input;

import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.process.store.AttemptTables;
import com.opsatc.process.store.StoredDamage;
import com.opsatc.tenancy.run.Head;
import com.opsatc.tenancy.run.Published;
import com.opsatc.tenancy.run.StoredTables;
import com.opsatc.tenancy.run.StoredTables.Depth;
import com.opsatc.tenancy.scope.TenantScope;
import com.opsatc.tenancy.store.StoreLocation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What of published runs cannot be read any more, as a run finds it before it builds on them.
 *
 * <pre>
 *  of                    looks at                    how closely                              when
 *  tables, OPENED        the last run's tables       each is there and opens: header, last MiB  in every run
 *  tables, TO_THE_END    the same                    every byte                               after a run that met damage
 *  run                   its tables and documents    every byte, and digests                  in a run with nothing new
 * </pre>
 *
 * @param files paths in the store of what is missing, cut, altered or moved
 * @param tables names of the tables that must be made anew
 */
public record Damage(SortedSet<String> files, SortedSet<String> tables) {
    static final Damage NONE = new Damage(new TreeSet<>(), new TreeSet<>());

    public Damage {
        files = new TreeSet<>(files);
        tables = new TreeSet<>(tables);
    }

    /** A file that belongs to no table. */
    static Damage of(String file) {
        return new Damage(new TreeSet<>(Set.of(file)), new TreeSet<>());
    }

    /** Of the tables that a run names. */
    static Damage ofTables(RunEnvironment environment, RunManifest manifest, Depth depth) {
        TenantScope scope = environment.scope();
        StoredTables.Inspection found = StoredTables.inspect(scope, manifest, depth);
        Damage damage = new Damage(new TreeSet<>(found.damaged()), found.tables());
        if (!found.listed() || manifest.tableFiles() == null) {
            AttemptTables tables = new AttemptTables(
                    environment.session(),
                    environment.catalog(),
                    manifest.attemptId(),
                    manifest.snapshots(),
                    table -> {});
            for (String table : manifest.snapshots().keySet()) {
                if (!damage.tables().contains(table)) {
                    damage = damage.and(unlisted(scope, tables, table, depth));
                }
            }
        }

        return damage;
    }

    /** Of all that a head publishes. */
    public static Damage ofRun(RunEnvironment environment, Head head) {
        TenantScope scope = environment.scope();
        RunManifest manifest;
        try {
            manifest = Published.of(scope, head).manifest();
        } catch (PipelineException e) {
            if (StoredDamage.behind(e).isEmpty()) {
                throw e;
            }

            return of(head.manifestPath());
        }

        SortedSet<String> documents = new TreeSet<>();
        manifest.documents().stream()
                .filter(document -> !isWhole(scope, document))
                .forEach(document -> documents.add(document.path()));
        return ofTables(environment, manifest, Depth.TO_THE_END).and(new Damage(documents, new TreeSet<>()));
    }

    Damage and(Damage more) {
        SortedSet<String> bothFiles = new TreeSet<>(files);
        bothFiles.addAll(more.files);
        SortedSet<String> bothTables = new TreeSet<>(tables);
        bothTables.addAll(more.tables);
        return new Damage(bothFiles, bothTables);
    }

    public boolean none() {
        return files.isEmpty();
    }

    /** Without the list of a table's files, its own manifests tell; where they cannot, its folder stands for them. */
    private static Damage unlisted(TenantScope scope, AttemptTables tables, String table, Depth depth) {
        SortedSet<String> damaged = new TreeSet<>();
        try {
            tables.previousFiles(table).stream()
                    .map(file -> StoreLocation.relative(scope.tenant(), file))
                    .filter(file -> !StoredTables.isWhole(scope, file, depth))
                    .forEach(damaged::add);
        } catch (RuntimeException e) {
            if (StoredDamage.behind(e).isEmpty()) {
                throw e;
            }

            damaged.add(StoredTables.folder() + "/t/" + table);
        }

        return new Damage(damaged, damaged.isEmpty() ? new TreeSet<>() : new TreeSet<>(Set.of(table)));
    }

    private static boolean isWhole(TenantScope scope, RunManifest.Document document) {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = scope.store().stream(document.path());
                OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            in.transferTo(out);
        } catch (PipelineException | IOException e) {
            return false;
        }

        return Sha256.finish(digest).equals(document.sha256());
    }
}
