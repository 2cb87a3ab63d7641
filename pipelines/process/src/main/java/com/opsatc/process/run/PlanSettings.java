package com.opsatc.process.run;

import com.opsatc.contract.document.RunManifest;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * Whether Spark compiles its plans to classes of their own, and into how many tasks it cuts them.
 *
 * <p>A run has some hundred plans. Over few rows, to compile one takes longer than to interpret it, and to start a second task
 * longer than to do its work; the result is the same. A recomputation compiles and cuts whatever it reads, so that
 * {@code run --recompute} compares both.
 */
final class PlanSettings {
    /** From here on the compiled plans of a run win back what it took to compile them. */
    static final long MANY_ROWS = 100_000;

    private static final String PARTITIONS = "spark.sql.shuffle.partitions";

    private PlanSettings() {}

    /** Sets the session's mode by the rows of all inputs that count; a session that was set to other partitions keeps them. */
    static void choose(SparkSession session, List<RunManifest.Input> inputs) {
        boolean many = inputs.stream().mapToLong(RunManifest.Input::rows).sum() >= MANY_ROWS;
        session.conf().set("spark.sql.codegen.wholeStage", many);
        session.conf().set("spark.sql.codegen.factoryMode", many ? "FALLBACK" : "NO_CODEGEN");
        String usual = Integer.toString(2 * session.sparkContext().defaultParallelism());
        if (session.conf().get(PARTITIONS).equals(many ? "1" : usual)) {
            session.conf().set(PARTITIONS, many ? usual : "1");
        }
    }
}
