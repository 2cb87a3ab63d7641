package com.opsatc.process.publish;

import com.opsatc.contract.RunManifest;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * Whether Spark compiles its plans to classes of their own.
 *
 * <p>A run has some hundred plans. To compile one takes longer than to interpret it over few rows; the result is the same. A
 * recomputation compiles whatever it reads, so that {@code run --recompute} compares both.
 */
final class PlanCompilation {
    /** From here on the compiled plans of a run win back what it took to compile them. */
    static final long MANY_ROWS = 100_000;

    private PlanCompilation() {}

    /** Sets the session's mode by the rows of all inputs that count. */
    static void choose(SparkSession session, List<RunManifest.Input> inputs) {
        boolean compile = inputs.stream().mapToLong(RunManifest.Input::rows).sum() >= MANY_ROWS;
        session.conf().set("spark.sql.codegen.wholeStage", compile);
        session.conf().set("spark.sql.codegen.factoryMode", compile ? "FALLBACK" : "NO_CODEGEN");
    }
}
