package com.opsatc.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** DuckDB over the plain files, on as many threads as the others. */
final class DuckDbEngine implements Engine {
    private final Connection connection;
    private final String sql;

    DuckDbEngine(Workspace workspace, String query) {
        sql = Workspace.sql(query, workspace.parquet() + "/*.parquet");
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:");
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET threads = " + Workspace.THREADS);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot open DuckDB", e);
        }
    }

    @Override
    public List<EdgeFigures> run() {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<EdgeFigures> edges = new ArrayList<>();
            while (rows.next()) {
                Object[] quantiles = (Object[]) rows.getArray(6).getArray();
                edges.add(new EdgeFigures(
                        rows.getInt(1),
                        rows.getInt(2),
                        rows.getLong(3),
                        rows.getLong(4),
                        rows.getLong(5),
                        (Double) quantiles[0],
                        (Double) quantiles[1]));
            }

            return edges;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot mine with DuckDB", e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot close DuckDB", e);
        }
    }
}
