package com.opsatc.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** DuckDB from an extract file to edges, variants and cycle times: what a run does with it besides all that makes it a run. */
final class RunPeer {
    private RunPeer() {}

    /**
     * What was found, by name: {@code edge A -> B}, with count, cases, sum, median and ninth decile of the gaps in microseconds, and
     * {@code variants}.
     *
     * @param seconds how long it took, cold
     */
    record Found(Map<String, String> figures, double seconds) {}

    static Found mine(Path file, ExtractFormat format) {
        String from = format == ExtractFormat.CSV
                ? "read_csv('" + file + "', header = true, all_varchar = true)"
                : "read_parquet('" + file + "')";
        Map<String, String> figures = new TreeMap<>();
        long began = System.nanoTime();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET threads = " + Workspace.THREADS);
            for (String sql : Workspace.sql("run-duckdb.sql", from).split(";")) {
                if (!sql.isBlank() && statement.execute(sql)) {
                    read(statement.getResultSet(), figures);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot mine the extract with DuckDB", e);
        }

        return new Found(figures, (System.nanoTime() - began) / 1e9);
    }

    private static void read(ResultSet rows, Map<String, String> figures) throws SQLException {
        while (rows.next()) {
            figures.put(rows.getString(1), rows.getString(2));
        }
    }
}
