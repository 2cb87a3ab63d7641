package com.opsatc.jobs.run;

import com.opsatc.contract.run.ProgressSink;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/** The session of one tenant's run, started when it is first asked for: a run with nothing new needs none. */
final class LazySession implements Supplier<SparkSession>, AutoCloseable {
    private static final String STAGE = "start Spark";

    private final Path scratch;
    private final int cores;
    private final Map<String, String> catalog;
    private final ProgressSink progress;
    private SparkSession session;

    /** @param catalog settings of the tenant's catalog; they hold no secret */
    LazySession(Path scratch, int cores, Map<String, String> catalog, ProgressSink progress) {
        this.scratch = scratch;
        this.cores = cores;
        this.catalog = Map.copyOf(catalog);
        this.progress = progress;
    }

    @Override
    public synchronized SparkSession get() {
        if (session == null) {
            progress.progress(STAGE, 0, 1, 0);
            session = Sessions.start(scratch, cores, catalog);
            progress.finished(STAGE, 0, "");
        }

        return session;
    }

    @Override
    public synchronized void close() {
        if (session != null) {
            session.stop();
        }
    }
}
