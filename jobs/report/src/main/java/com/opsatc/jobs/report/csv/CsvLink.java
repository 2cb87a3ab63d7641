package com.opsatc.jobs.report.csv;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.text.SpreadsheetText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;

/**
 * A table as a link that a browser saves as a file, without script and without network: the file stands in the link.
 *
 * <p>The file is CSV (RFC 4180, UTF-8, LF): a header line, exact figures, an empty cell where there is no value. Texts that a
 * spreadsheet would run as formulas are disarmed.
 *
 * @param label what is saved, for the link's text
 * @param file the name it is saved under
 */
public record CsvLink(String label, String file, String href) {
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    public CsvLink {
        requireNonNull(label, "label");
        requireNonNull(file, "file");
        requireNonNull(href, "href");
    }

    /** As below, of a file that begins with the tenant's name. */
    static CsvLink of(TenantId tenant, String label, String name, List<String> columns, List<Row> rows) {
        return of(label, tenant + "-" + name, columns, rows);
    }

    /**
     * @param name without suffix; what is no letter, digit, dot or hyphen becomes a hyphen
     * @param rows a cell for each column: a text, a number, or null
     */
    static CsvLink of(String label, String name, List<String> columns, List<Row> rows) {
        StringBuilder csv = new StringBuilder(String.join(",", columns)).append('\n');
        for (Row row : rows) {
            if (row.cells.length != columns.size()) {
                throw new IllegalArgumentException("Invalid table " + label + ": a row has another number of cells");
            }

            StringJoiner line = new StringJoiner(",", "", "\n");
            for (Object cell : row.cells) {
                line.add(cell(cell));
            }
            csv.append(line);
        }

        return new CsvLink(
                label,
                name.replaceAll("[^A-Za-z0-9.-]+", "-") + ".csv",
                "data:text/csv;charset=utf-8," + encoded(csv.toString()));
    }

    /** The cells of one line; unlike a list they may be null. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Row(Object... cells) {}

    private static String cell(Object cell) {
        if (cell == null) {
            return "";
        }

        return cell instanceof Number number ? plain(number) : quoted(SpreadsheetText.disarmed(cell.toString()));
    }

    private static String plain(Number number) {
        return number instanceof java.math.BigDecimal decimal ? decimal.toPlainString() : number.toString();
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');

        return plain && text.strip().equals(text) ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** Percent-encoded but for commas, which a link may hold and a table has many of. */
    private static String encoded(String csv) {
        StringBuilder encoded = new StringBuilder(csv.length() * 3 / 2);
        for (byte b : csv.getBytes(StandardCharsets.UTF_8)) {
            if (b == ',' || (b > 0 && UNRESERVED.indexOf(b) >= 0)) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(HEX[(b >> 4) & 0xf]).append(HEX[b & 0xf]);
            }
        }

        return encoded.toString();
    }
}
