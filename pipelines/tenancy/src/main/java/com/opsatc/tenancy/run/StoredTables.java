package com.opsatc.tenancy.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.tenancy.scope.TenantScope;
import com.opsatc.tenancy.store.DataPurpose;
import com.opsatc.tenancy.store.StoreLocation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The files of a tenant's tables, without opening a table: those that a manifest lists, and those that the catalog names. */
public final class StoredTables {
    private static final ObjectMapper JSON = new ObjectMapper();

    private StoredTables() {}

    /** How closely a file is looked at. */
    public enum Depth {
        /** It is there, this tenant's, of this path, and as long as it was: its header and last MiB are authenticated. */
        OPENED,
        /** Every byte of it is authenticated. */
        TO_THE_END
    }

    /**
     * What a look at every file of a run's tables found.
     *
     * @param files how many were looked at
     * @param damaged paths in the store of those that are missing, cut, altered or moved, sorted; for a table that the catalog
     *     does not know its folder
     * @param listed whether the list of the files could be read; if not, only the tables' metadata were looked at
     */
    public record Inspection(long files, List<String> damaged, boolean listed) {
        public Inspection {
            damaged = List.copyOf(damaged);
        }

        /** Names of the tables that have damaged files. */
        public SortedSet<String> tables() {
            SortedSet<String> tables = new TreeSet<>();
            damaged.stream()
                    .filter(file -> file.startsWith(folder() + "/"))
                    .map(StoredTables::tableOf)
                    .forEach(tables::add);
            return tables;
        }
    }

    /** The metadata file that the catalog names for each table, as a path in the tenant's store, by the table's name. */
    public static SortedMap<String, String> metadata(TenantScope scope) {
        return scope.database()
                .transact(
                        "list the tables of tenant " + scope.tenant(),
                        handle -> handle.createQuery(
                                        "SELECT table_name, metadata_location FROM iceberg_tables WHERE catalog_name = :catalog")
                                .bind("catalog", StoreLocation.catalog(scope.tenant()))
                                .map((row, context) -> Map.entry(
                                        row.getString(1), StoreLocation.relative(scope.tenant(), row.getString(2))))
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey,
                                        Map.Entry::getValue,
                                        (first, second) -> second,
                                        TreeMap::new)));
    }

    /** The folder of the store that holds all tables. */
    public static String folder() {
        return DataPurpose.TABLE.folder();
    }

    /** The table that a file of the store belongs to: folder, namespace, table, and what lies in it. */
    public static String tableOf(String file) {
        return file.split("/", -1)[2];
    }

    /**
     * Takes out of the catalog every table that nothing can open, because its metadata are missing or damaged, so that it can be
     * made anew. What is left of its files stays where it is.
     *
     * @return the names of these tables
     */
    public static SortedSet<String> forgetUnopenable(TenantScope scope) {
        scope.requireWrites("forget tables");
        SortedMap<String, String> found = metadata(scope);
        found.values().removeIf(file -> isWhole(scope, file, Depth.TO_THE_END));
        found.keySet().forEach(table -> forget(scope, table));
        return new TreeSet<>(found.keySet());
    }

    private static void forget(TenantScope scope, String table) {
        scope.database()
                .transact(
                        "forget a table of tenant " + scope.tenant(),
                        handle -> handle.execute(
                                "DELETE FROM iceberg_tables WHERE catalog_name = ? AND table_name = ?",
                                StoreLocation.catalog(scope.tenant()),
                                table));
    }

    /** As {@link #inspect(TenantScope, RunManifest, Depth)}, every byte. */
    public static Inspection inspect(TenantScope scope, RunManifest manifest) {
        return inspect(scope, manifest, Depth.TO_THE_END);
    }

    /**
     * Looks at every file of a run's tables, their metadata and the list of them included. Metadata that do not know the run's
     * snapshot are damaged, too. A manifest of a release that listed none gives no files.
     */
    public static Inspection inspect(TenantScope scope, RunManifest manifest, Depth depth) {
        if (manifest.tableFiles() == null) {
            return new Inspection(0, List.of(), true);
        }

        SortedSet<String> files = new TreeSet<>();
        List<String> damaged = new ArrayList<>();
        boolean listed = addListed(scope, manifest.tableFiles(), files);
        if (!listed) {
            damaged.add(manifest.tableFiles().path());
        }

        files.stream().filter(file -> !isWhole(scope, file, depth)).forEach(damaged::add);
        SortedMap<String, String> metadata = metadata(scope);
        manifest.snapshots().forEach((table, snapshot) -> {
            String file = metadata.getOrDefault(table, folder() + "/t/" + table);
            if (!knows(scope, file, snapshot)) {
                damaged.add(file);
            }
        });
        damaged.sort(null);
        return new Inspection(files.size() + manifest.snapshots().size() + 1L, damaged, listed);
    }

    /** Whether a file of the store is whole, as far as the depth tells. */
    public static boolean isWhole(TenantScope scope, String file, Depth depth) {
        try (InputStream in = scope.store().stream(file)) {
            if (depth == Depth.TO_THE_END) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return true;
        } catch (PipelineException | IOException e) {
            return false;
        }
    }

    /** Adds the files that the list names; false when the list itself is not the manifest's. */
    private static boolean addListed(TenantScope scope, RunManifest.Document list, SortedSet<String> files) {
        try {
            byte[] bytes = scope.store().read(list.path());
            if (!Sha256.of(bytes).equals(list.sha256())) {
                return false;
            }

            new String(bytes, StandardCharsets.UTF_8).lines().forEach(files::add);
            return true;
        } catch (PipelineException e) {
            return false;
        }
    }

    /** Whether a table's metadata can be read and have a snapshot: one made anew under its name has not. */
    private static boolean knows(TenantScope scope, String metadata, long snapshot) {
        try {
            for (JsonNode each : JSON.readTree(scope.store().read(metadata)).path("snapshots")) {
                if (each.path("snapshot-id").asLong() == snapshot) {
                    return true;
                }
            }

            return false;
        } catch (PipelineException | IOException e) {
            return false;
        }
    }
}
