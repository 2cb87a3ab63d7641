package com.opsatc.process.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;

/** The files that a table consists of, as Iceberg names them: what a reader of a snapshot opens, from its manifest list on. */
final class TableFiles {
    private TableFiles() {}

    /** Of one snapshot: manifest list, manifests, data and delete files; not the table's metadata file. */
    static SortedSet<String> of(Table table, long snapshotId) {
        return of(table, List.of(table.snapshot(snapshotId)));
    }

    /** Of all snapshots that the table knows, and its current metadata file: whatever else lies beside them is garbage. */
    static SortedSet<String> of(Table table) {
        SortedSet<String> files = of(table, table.snapshots());
        files.add(((BaseTable) table).operations().current().metadataFileLocation());
        return files;
    }

    /** A manifest that several snapshots share is read once. */
    private static SortedSet<String> of(Table table, Iterable<Snapshot> snapshots) {
        SortedSet<String> files = new TreeSet<>();
        for (Snapshot snapshot : snapshots) {
            files.add(snapshot.manifestListLocation());
            for (ManifestFile manifest : snapshot.allManifests(table.io())) {
                if (files.add(manifest.path())) {
                    addContent(table, manifest, files);
                }
            }
        }

        return files;
    }

    private static void addContent(Table table, ManifestFile manifest, SortedSet<String> files) {
        try (CloseableIterable<String> paths = ManifestFiles.readPaths(manifest, table.io(), table.specs())) {
            paths.forEach(files::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
