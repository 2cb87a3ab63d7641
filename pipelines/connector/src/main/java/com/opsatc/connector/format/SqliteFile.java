package com.opsatc.connector.format;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The tables of an SQLite database (file format 3), read from its bytes.
 *
 * <p>A database is a program's data that a native library would interpret: here bytes of a stranger meet bounds-checked
 * Java alone, nothing of a tenant is copied to a file in the clear, and nothing can be written, attached, loaded or executed,
 * since there is no engine that could. Views, triggers and indexes are not looked at.
 *
 * <p>Limit: a table that is stored WITHOUT ROWID is refused; changes that a write-ahead log beside the file has are in no file.
 */
final class SqliteFile {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 100;
    private static final int SMALLEST_PAGE = 512;
    private static final int LARGEST_PAGE = 1 << 16;
    private static final int LEAF = 0x0d;
    private static final int INTERIOR = 0x05;
    private static final int MOST_COLUMNS = 2000;

    private final byte[] bytes;
    private final int pageSize;
    private final int usable;
    private final Charset text;
    private final Map<String, Table> tables = new LinkedHashMap<>();

    /** A table's columns, in order; {@code rowid} is the place of the one that is another name for the row's number, or -1. */
    record Table(int root, List<String> columns, int rowid, boolean withoutRowid) {}

    /** Takes the values of a row: text, null for none; in the order of the table's columns. */
    @FunctionalInterface
    interface RowTaker {
        void take(String[] values) throws IOException;
    }

    /** @throws RefusedFile when the bytes are no database, or do not hold what they claim */
    SqliteFile(byte[] bytes) throws IOException {
        this.bytes = bytes;
        if (bytes.length < HEADER || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw damaged();
        }

        int declared = unsigned(16, 2);
        pageSize = declared == 1 ? LARGEST_PAGE : declared;
        usable = pageSize - unsigned(20, 1);
        if (pageSize < SMALLEST_PAGE || Integer.bitCount(pageSize) != 1 || usable < SMALLEST_PAGE - 32) {
            throw damaged();
        }

        text = switch (unsigned(56, 4)) {
            case 2 -> StandardCharsets.UTF_16LE;
            case 3 -> StandardCharsets.UTF_16BE;
            default -> StandardCharsets.UTF_8;
        };
        rows(new Table(1, List.of("type", "name", "tbl_name", "rootpage", "sql"), -1, false), row -> {
            if ("table".equals(row[0]) && row[1] != null && row[3] != null && row[4] != null) {
                SqliteColumns columns = SqliteColumns.of(row[4]);
                tables.put(
                        row[1].toLowerCase(Locale.ROOT),
                        new Table(
                                (int) Math.min(Long.parseLong(row[3]), Integer.MAX_VALUE),
                                columns.names(),
                                columns.rowid(),
                                columns.withoutRowid()));
            }
        });
    }

    /** The table of a name, upper and lower case alike. */
    Optional<Table> table(String name) {
        return Optional.ofNullable(tables.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Gives every row, in the order of their numbers. */
    void rows(Table table, RowTaker taker) throws IOException {
        if (table.withoutRowid()) {
            throw new RefusedFile(RefusedFile.TABLE_WITHOUT_ROWID);
        }

        walk(table, table.root(), new BitSet(), taker);
    }

    /** Every page stands once in a tree, so that one that names itself ends. */
    private void walk(Table table, int page, BitSet seen, RowTaker taker) throws IOException {
        long start = (page - 1L) * pageSize;
        if (page < 1 || start + pageSize > bytes.length || seen.get(page)) {
            throw damaged();
        }

        seen.set(page);
        int header = (int) start + (page == 1 ? HEADER : 0);
        int kind = unsigned(header, 1);
        int cells = unsigned(header + 3, 2);
        if (kind != LEAF && kind != INTERIOR) {
            throw damaged();
        }

        int pointers = header + (kind == LEAF ? 8 : 12);
        for (int i = 0; i < cells; i++) {
            int cell = (int) start + unsigned(within(pointers + 2 * i, 2), 2);
            if (kind == LEAF) {
                taker.take(leaf(table, cell));
            } else {
                walk(table, unsigned(within(cell, 4), 4), seen, taker);
            }
        }

        if (kind == INTERIOR) {
            walk(table, unsigned(header + 8, 4), seen, taker);
        }
    }

    private String[] leaf(Table table, int cell) throws IOException {
        Place at = new Place(cell, bytes.length);
        long length = varint(bytes, at);
        long number = varint(bytes, at);
        byte[] payload = payload(at.at, length);
        Place record = new Place(0, payload.length);
        int headerEnd = (int) Math.min(varint(payload, record), payload.length);
        List<Long> types = new ArrayList<>();
        while (record.at < headerEnd && types.size() < MOST_COLUMNS) {
            types.add(varint(payload, record));
        }

        String[] values = new String[table.columns().size()];
        int from = headerEnd;
        for (int i = 0; i < types.size(); i++) {
            long size = size(types.get(i));
            if (size < 0 || from + size > payload.length) {
                throw damaged();
            }
            if (i < values.length) {
                values[i] = value(types.get(i), payload, from, (int) size);
            }

            from += (int) size;
        }

        if (table.rowid() >= 0 && values[table.rowid()] == null) {
            values[table.rowid()] = String.valueOf(number);
        }

        return values;
    }

    /** A record that does not fit its page goes on in a chain of others. */
    private byte[] payload(int at, long length) throws IOException {
        if (length < 0 || length > bytes.length) {
            throw damaged();
        }

        int most = usable - 35;
        int least = (usable - 12) * 32 / 255 - 23;
        int whole = (int) length;
        int fits = least + (whole - least) % (usable - 4);
        int local = whole <= most ? whole : fits <= most ? fits : least;
        byte[] payload = new byte[whole];
        System.arraycopy(bytes, within(at, local), payload, 0, local);
        int done = local;
        int next = done < whole ? unsigned(within(at + local, 4), 4) : 0;
        while (done < whole) {
            long start = (next - 1L) * pageSize;
            if (next < 1 || start + pageSize > bytes.length) {
                throw damaged();
            }

            int take = Math.min(usable - 4, whole - done);
            System.arraycopy(bytes, (int) start + 4, payload, done, take);
            done += take;
            next = unsigned((int) start, 4);
        }

        return payload;
    }

    private static long size(long type) {
        if (type >= 12) {
            return (type - 12) / 2;
        }

        return switch ((int) type) {
            case 0, 8, 9 -> 0;
            case 1, 2, 3, 4 -> type;
            case 5 -> 6;
            case 6, 7 -> 8;
            default -> -1;
        };
    }

    /** A number as plain text; a blob, which no column of a log is, as no value. */
    private String value(long type, byte[] payload, int from, int size) {
        if (type >= 12) {
            return type % 2 == 1 ? new String(payload, from, size, text) : null;
        }
        if (type == 0) {
            return null;
        }
        if (type >= 8) {
            return String.valueOf(type - 8);
        }

        long number = size == 0 ? 0 : payload[from];
        for (int i = 1; i < size; i++) {
            number = number << 8 | payload[from + i] & 0xff;
        }

        return type == 7 ? String.valueOf(Double.longBitsToDouble(number)) : String.valueOf(number);
    }

    private int unsigned(int at, int size) throws IOException {
        within(at, size);
        long number = 0;
        for (int i = 0; i < size; i++) {
            number = number << 8 | bytes[at + i] & 0xff;
        }

        return (int) Math.min(number, Integer.MAX_VALUE);
    }

    private int within(int at, int size) throws IOException {
        if (at < 0 || size < 0 || at > bytes.length - size) {
            throw damaged();
        }

        return at;
    }

    /** Seven bits a byte while the highest is set, and all of a ninth. */
    private static long varint(byte[] from, Place place) throws IOException {
        long number = 0;
        for (int i = 0; i < 9; i++) {
            if (place.at < 0 || place.at >= place.end) {
                throw damaged();
            }

            byte next = from[place.at++];
            if (i == 8) {
                return number << 8 | next & 0xff;
            }

            number = number << 7 | next & 0x7f;
            if (next >= 0) {
                return number;
            }
        }

        return number;
    }

    private static RefusedFile damaged() {
        return new RefusedFile(RefusedFile.DAMAGED_SQLITE);
    }

    private static final class Place {
        private int at;
        private final int end;

        Place(int at, int end) {
            this.at = at;
            this.end = end;
        }
    }
}
