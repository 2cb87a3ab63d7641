package com.opsatc.connector.format;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Names what a file is that no reader reads, by its first bytes: an archive, an office document, a database, a page. */
public final class Container {
    /** As many bytes as tell. */
    public static final int HEAD = 1024;

    /** The word for a log that a reader has. */
    public static final String XES = "xes";

    /** The word for the first version of the object-centric standard, which no reader has. */
    public static final String OCEL_1 = "ocel-1.0";

    private static final int TAR_AT = 257;
    private static final Map<String, String> MAGIC = magic();

    private Container() {}

    /** The word for it; empty when the bytes may be a table or an XES log. */
    public static Optional<String> of(byte[] head) {
        Optional<String> binary = binary(head);
        return binary.isPresent() ? binary : text(head);
    }

    /** Only what no text begins with. */
    static Optional<String> binary(byte[] head) {
        String hex = HexFormat.of().formatHex(head);
        for (Map.Entry<String, String> magic : MAGIC.entrySet()) {
            if (hex.startsWith(magic.getKey())) {
                return Optional.of(magic.getValue().equals("zip") ? zip(latin(head)) : magic.getValue());
            }
        }

        String text = latin(head);
        if (text.startsWith("BZh") && text.startsWith("1AY&SY", 4)) {
            return Optional.of("bzip2");
        }
        if (text.startsWith("ORC") && text.chars().anyMatch(c -> c < '\t')) {
            return Optional.of("orc");
        }

        boolean tar = head.length > TAR_AT + 5 && text.startsWith("ustar", TAR_AT);
        return tar ? Optional.of("tar") : Optional.empty();
    }

    /** Documents of text: XML of another kind, pages, JSON. */
    static Optional<String> text(byte[] head) {
        String text = new String(head, StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        if (text.startsWith("{") || text.startsWith("[{") || text.startsWith("[\n") || text.startsWith("[\r")) {
            return Optional.of("json");
        }
        if (!text.startsWith("<")) {
            return Optional.empty();
        }
        if (text.startsWith("<!doctype html") || text.contains("<html")) {
            return Optional.of("html");
        }

        boolean xes = text.contains("<log") || text.contains(":log");
        return Optional.of(text.contains("<workflowlog") ? "mxml" : xes ? XES : "xml");
    }

    private static String zip(String head) {
        if (head.contains("opendocument.spreadsheet")) {
            return "ods";
        }

        return head.contains("[Content_Types].xml") || head.contains("xl/") ? "xlsx" : "zip";
    }

    private static String latin(byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1);
    }

    private static Map<String, String> magic() {
        Map<String, String> magic = new LinkedHashMap<>();
        magic.put("504b0304", "zip");
        magic.put("504b0506", "zip");
        magic.put("504b0708", "zip");
        magic.put("fd377a585a00", "xz");
        magic.put("28b52ffd", "zstd");
        magic.put("04224d18", "lz4");
        magic.put("1f8b", "gzip");
        magic.put("377abcaf271c", "7z");
        magic.put("526172211a07", "rar");
        magic.put("d0cf11e0a1b11ae1", "xls");
        magic.put("255044462d", "pdf");
        magic.put("4f626a01", "avro");
        magic.put("4152524f57310000", "arrow");
        magic.put("53514c69746520666f726d6174203300", "sqlite");
        magic.put("50415231", "parquet");
        magic.put("50415245", "encrypted-parquet");
        return magic;
    }
}
