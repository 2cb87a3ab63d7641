package com.opsatc.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/** The engines that are compared. */
enum EngineKind {
    /** Ours: one visitor pass over the stored, encrypted log, asked for what the peers are asked for. */
    VISITOR {
        @Override
        Engine open(Workspace workspace) {
            return VisitorEngine.ofEdges(workspace);
        }
    },
    /** The same pass, counting variants as well, as a run does. */
    VISITOR_VARIANTS {
        @Override
        Engine open(Workspace workspace) {
            return VisitorEngine.ofEverything(workspace);
        }
    },
    /** A bare scan of the same columns of the stored, encrypted log, without any mining. */
    SCAN {
        @Override
        Engine open(Workspace workspace) {
            return new ScanEngine(workspace);
        }
    },
    /** DuckDB with a window by case, as anyone would write it. */
    DUCKDB {
        @Override
        Engine open(Workspace workspace) {
            return new DuckDbEngine(workspace, "edges-duckdb.sql");
        }
    },
    /** DuckDB, told that the rows are sorted. */
    DUCKDB_STREAMING {
        @Override
        Engine open(Workspace workspace) {
            return new DuckDbEngine(workspace, "edges-duckdb-streaming.sql");
        }
    },
    /** Spark SQL with a window by case. */
    SPARK_SQL {
        @Override
        Engine open(Workspace workspace) {
            return new SparkSqlEngine(workspace);
        }
    };

    abstract Engine open(Workspace workspace);

    String symbol() {
        return name().toLowerCase(Locale.ROOT);
    }

    static EngineKind ofSymbol(String symbol) {
        return Arrays.stream(values())
                .filter(kind -> kind.symbol().equals(symbol))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown engine"));
    }
}
