package com.opsatc.tenancy;

import com.opsatc.contract.PipelineException;
import com.opsatc.contract.RunManifest;
import com.opsatc.contract.Sha256;
import com.opsatc.tenancy.store.DataPurpose;
import com.opsatc.tenancy.store.StoreLocation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The files of a tenant's tables, without opening a table: those that a manifest lists, and those that the catalog names. */
public final class StoredTables {
    private StoredTables() {}

    /**
     * What a look at every file of a run's tables found.
     *
     * @param files how many were looked at
     * @param damaged paths in the store of those that are missing, cut, altered or moved, sorted
     */
    public record Inspection(long files, List<String> damaged) {
        public Inspection {
            damaged = List.copyOf(damaged);
        }
    }

    /** The metadata file that the catalog names for each table, as a path in the tenant's store, by the table's name. */
    public static SortedMap<String, String> metadata(TenantScope scope) {
        return scope.database().transact("list the tables of tenant " + scope.tenant(), connection -> {
            try (var statement = connection.prepareStatement(
                    "SELECT table_name, metadata_location FROM iceberg_tables WHERE catalog_name = ?")) {
                statement.setString(1, StoreLocation.catalog(scope.tenant()));
                ResultSet row = statement.executeQuery();
                SortedMap<String, String> found = new TreeMap<>();
                while (row.next()) {
                    found.put(row.getString(1), StoreLocation.relative(scope.tenant(), row.getString(2)));
                }

                return found;
            }
        });
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
     * Decrypts every file of a run's tables to its end, their metadata and the list of them included: one that is not whole
     * does not survive that. A manifest of a release that listed none gives no files.
     */
    public static Inspection inspect(TenantScope scope, RunManifest manifest) {
        if (manifest.tableFiles() == null) {
            return new Inspection(0, List.of());
        }

        SortedSet<String> files = new TreeSet<>();
        List<String> damaged = new ArrayList<>();
        if (!addListed(scope, manifest.tableFiles(), files)) {
            damaged.add(manifest.tableFiles().path());
        }

        SortedMap<String, String> metadata = metadata(scope);
        for (String table : manifest.snapshots().keySet()) {
            files.add(metadata.getOrDefault(table, folder() + "/t/" + table));
        }

        files.stream().filter(file -> !isWhole(scope, file)).forEach(damaged::add);
        damaged.sort(null);
        return new Inspection(files.size() + 1L, damaged);
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

    private static boolean isWhole(TenantScope scope, String file) {
        try (InputStream in = scope.store().stream(file)) {
            in.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (PipelineException | IOException e) {
            return false;
        }
    }
}
