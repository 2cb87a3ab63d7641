package com.opsatc.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.opsatc.contract.id.TenantId;
import com.opsatc.process.eventlog.EventLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Folders and names of one benchmark: a home with one tenant, and the plain files that the peers read. */
record Workspace(Path root) {
    static final TenantId TENANT = new TenantId("bench");
    static final String SOURCE = "bench";
    static final int THREADS = 2;

    Path home() {
        return root.resolve("home");
    }

    Path rootKey() {
        return root.resolve("config/root.key");
    }

    Path scratch() {
        return root.resolve("scratch");
    }

    Path parquet() {
        return root.resolve("log.parquet");
    }

    static String table() {
        return EventLog.log(SOURCE).name();
    }

    /** Keeps the snapshot that was written, as a head would. */
    void keepSnapshot(long snapshot) {
        try {
            Files.writeString(root.resolve("snapshot"), Long.toString(snapshot), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long snapshot() {
        try {
            return Long.parseLong(Files.readString(root.resolve("snapshot"), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A peer's query, with the place of its log filled in and its comments left out: not every parser knows them. */
    static String sql(String name, String log) {
        try (InputStream in = Workspace.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("--"))
                    .collect(Collectors.joining("\n"))
                    .replace("$LOG", log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
