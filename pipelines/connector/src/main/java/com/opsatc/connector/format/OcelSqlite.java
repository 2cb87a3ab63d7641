package com.opsatc.connector.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * An OCEL 2.0 log in SQLite: the tables {@code event}, {@code object} and {@code event_object}, the names of the tables of each
 * type, and in these the times of events. Relations stand in the order of their table's rows; what breaks the standard follows.
 */
final class OcelSqlite {
    private final SqliteFile file;
    private final ObjectLog log;
    private final ObjectColumns columns;

    private OcelSqlite(SqliteFile file, ObjectLog log, ObjectColumns columns) {
        this.file = file;
        this.log = log;
        this.columns = columns;
    }

    static void read(InputStream content, ObjectLog log, ObjectColumns columns) throws IOException {
        byte[] bytes = content.readNBytes(Limits.OBJECT_LOG_BYTES / 2 + 1);
        log.hold(bytes.length > Limits.OBJECT_LOG_BYTES / 2 ? Integer.MAX_VALUE : bytes.length);
        try {
            new OcelSqlite(new SqliteFile(bytes), log, columns).whole();
        } catch (NumberFormatException e) {
            throw new RefusedFile(RefusedFile.DAMAGED_SQLITE);
        }
    }

    /** What the tables of the types say of an event. */
    private record Details(String time, String[] attributes) {}

    private void whole() throws IOException {
        rows("object", List.of("ocel_id", "ocel_type"), row -> log.object(row[0], row[1]));
        Map<String, Details> details = details();
        List<ObjectLog.Event> all = new ArrayList<>();
        rows("event", List.of("ocel_id", "ocel_type"), row -> {
            Details known = details.getOrDefault(
                    row[0], new Details(null, new String[columns.attributes().size()]));
            ObjectLog.Event event = log.event(row[0], row[1], known.time(), known.attributes());
            log.index(event);
            all.add(event);
        });
        Set<String> touching = new HashSet<>();
        rows("event_object", List.of("ocel_event_id", "ocel_object_id", "ocel_qualifier"), row -> {
            log.relation(row[0], row[1], row[2]);
            touching.add(row[0]);
        });
        for (ObjectLog.Event event : all) {
            if (!touching.contains(event.id())) {
                log.fault(event, RecordReader.EVENT_WITHOUT_OBJECT);
            }
        }

        for (String name : typeTables("object")) {
            untimed(name);
        }
    }

    private Map<String, Details> details() throws IOException {
        Map<String, Details> details = new HashMap<>();
        for (String name : typeTables("event")) {
            SqliteFile.Table table = file.table(name).orElseThrow();
            int id = place(table, name, "ocel_id");
            int time = place(table, name, "ocel_time");
            file.rows(table, row -> {
                String[] attributes = new String[columns.attributes().size()];
                columns.attributes().forEach((attribute, place) -> {
                    int column = table.columns().indexOf(attribute);
                    attributes[place] = column < 0 ? null : row[column];
                });
                details.putIfAbsent(row[id], new Details(row[time], attributes));
                log.hold(100);
            });
        }

        return details;
    }

    /** Values of attributes that say not since when they hold. */
    private void untimed(String name) throws IOException {
        SqliteFile.Table table = file.table(name).orElseThrow();
        int time = table.columns().indexOf("ocel_time");
        file.rows(table, row -> {
            if (time >= 0 && row[time] != null) {
                return;
            }

            for (int i = 0; i < row.length; i++) {
                if (row[i] != null
                        && !table.columns().get(i).toLowerCase(Locale.ROOT).startsWith("ocel_")) {
                    log.fault(null, RecordReader.UNTIMED_ATTRIBUTE);
                }
            }
        });
    }

    /** Names of the tables of the types; one that is not there is no log. */
    private List<String> typeTables(String kind) throws IOException {
        List<String> names = new ArrayList<>();
        rows(kind + "_map_type", List.of("ocel_type", "ocel_type_map"), row -> {
            String name = kind + "_" + row[1];
            if (file.table(name).isEmpty()) {
                throw notALog();
            }

            names.add(name);
        });
        return names;
    }

    /** The wanted columns of a table, in that order. */
    private void rows(String name, List<String> wanted, SqliteFile.RowTaker taker) throws IOException {
        SqliteFile.Table table = file.table(name).orElseThrow(OcelSqlite::notALog);
        int[] places = new int[wanted.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = place(table, name, wanted.get(i));
        }

        file.rows(table, row -> {
            String[] values = new String[places.length];
            for (int i = 0; i < places.length; i++) {
                values[i] = row[places[i]];
            }

            taker.take(values);
        });
    }

    private static int place(SqliteFile.Table table, String name, String column) throws RefusedFile {
        int place = table.columns().indexOf(column);
        if (place < 0) {
            throw new RefusedFile(RefusedFile.MISSING_COLUMN, List.of(name + "." + column));
        }

        return place;
    }

    private static RefusedFile notALog() {
        return new RefusedFile(RefusedFile.NOT_DECLARED_FORMAT, List.of("sqlite"));
    }
}
