package com.opsatc.benchmarks.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A folder of Parquet files with the columns that {@code opsatc export} writes and notebooks read. */
record ExportedTables(Path folder) {
    /** Writes a table from SQL rows. */
    ExportedTables with(String name, String columns, String rows) throws IOException, SQLException {
        Path file = folder.resolve(name + ".parquet");
        Files.createDirectories(file.getParent());
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute("CREATE TABLE t (" + columns + ")");
            statement.execute("INSERT INTO t VALUES " + rows);
            statement.execute("COPY t TO '" + file + "' (FORMAT parquet)");
        }

        return this;
    }

    ExportedTables withKpis(String rows) throws IOException, SQLException {
        return with(
                "kpis",
                "id VARCHAR, value DECIMAL(18,6), low DECIMAL(18,6), high DECIMAL(18,6), n BIGINT, excluded BIGINT, state VARCHAR, unit VARCHAR",
                rows);
    }

    ExportedTables withEvidence(String id, String rows) throws IOException, SQLException {
        return with(
                "evidence/" + id,
                "record VARCHAR, file VARCHAR, \"row\" BIGINT, key VARCHAR, date DATE, contribution BIGINT, weight BIGINT",
                rows);
    }
}
