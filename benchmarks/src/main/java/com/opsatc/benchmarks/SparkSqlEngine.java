package com.opsatc.benchmarks;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Spark SQL over the plain files. */
final class SparkSqlEngine implements Engine {
    private final SparkSession session;
    private final String sql;

    SparkSqlEngine(Workspace workspace) {
        session = BenchSession.start(workspace, Map.of());
        session.read().parquet(workspace.parquet().toString()).createOrReplaceTempView("event_log");
        sql = Workspace.sql("edges-spark.sql", "event_log");
    }

    @Override
    public List<EdgeFigures> run() {
        return session.sql(sql).collectAsList().stream()
                .map(SparkSqlEngine::figures)
                .toList();
    }

    private static EdgeFigures figures(Row row) {
        List<Double> quantiles = row.getList(5);
        return new EdgeFigures(
                row.getInt(0),
                row.getInt(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                quantiles.get(0),
                quantiles.get(1));
    }

    @Override
    public void close() {
        session.stop();
    }
}
