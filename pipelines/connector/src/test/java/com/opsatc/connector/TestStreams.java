package com.opsatc.connector;

import com.opsatc.connector.spec.ColumnSpec;
import com.opsatc.connector.spec.ColumnType;
import com.opsatc.connector.spec.Dialect;
import com.opsatc.connector.spec.FileFormat;
import com.opsatc.connector.spec.StreamSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Streams for tests, without a connector around them. */
public final class TestStreams {
    private TestStreams() {}

    /** A stream of text columns named after their headers; the first is required. */
    public static StreamSpec csv(String... headers) {
        return of(FileFormat.CSV, headers);
    }

    public static StreamSpec of(FileFormat format, String... headers) {
        return of(format, Dialect.usual(), headers);
    }

    public static StreamSpec csv(Dialect dialect, String... headers) {
        return of(FileFormat.CSV, dialect, headers);
    }

    private static StreamSpec of(FileFormat format, Dialect dialect, String... headers) {
        Map<String, ColumnSpec> columns = new LinkedHashMap<>();
        for (String header : headers) {
            String name = "c" + columns.size();
            columns.put(name, column(name, header, ColumnType.STRING, columns.isEmpty()));
        }

        return new StreamSpec(
                "rows",
                "Rows.",
                "*.csv",
                List.of(),
                List.of(format),
                dialect,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                columns);
    }

    public static ColumnSpec column(String name, String header, ColumnType type, boolean required, String... formats) {
        return new ColumnSpec(
                name,
                List.of(header),
                type,
                required,
                List.of(formats),
                List.of(),
                null,
                List.of(),
                null,
                null,
                "A column.",
                null,
                null);
    }
}
