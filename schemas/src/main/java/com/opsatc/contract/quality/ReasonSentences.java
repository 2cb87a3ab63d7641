package com.opsatc.contract.quality;

import java.util.List;
import java.util.Map;

/** The sentence of each code: what is wrong, then what to do. */
final class ReasonSentences {
    private static final String UNPACK = "; unpack it and deliver the files in it";
    private static final String AS_CSV = "; export the data as CSV (UTF-8) or Parquet and deliver that";
    private static final Map<String, String> CONTAINERS = Map.ofEntries(
            Map.entry("zip", "it is a zip archive, which is not read" + UNPACK),
            Map.entry("tar", "it is a tar archive, which is not read" + UNPACK),
            Map.entry("7z", "it is a 7z archive, which is not read" + UNPACK),
            Map.entry("rar", "it is a rar archive, which is not read" + UNPACK),
            Map.entry("xz", "it is compressed with xz, which is not read; deliver it plain or with gzip"),
            Map.entry("zstd", "it is compressed with zstd, which is not read; deliver it plain or with gzip"),
            Map.entry("bzip2", "it is compressed with bzip2, which is not read; deliver it plain or with gzip"),
            Map.entry("lz4", "it is compressed with lz4, which is not read; deliver it plain or with gzip"),
            Map.entry("gzip", "it is compressed with gzip twice; deliver it plain or compressed once"),
            Map.entry("xlsx", "it is an Excel workbook (xlsx), which is not read" + AS_CSV),
            Map.entry("xls", "it is an old Excel workbook (xls), which is not read" + AS_CSV),
            Map.entry("ods", "it is an OpenDocument sheet (ods), which is not read" + AS_CSV),
            Map.entry("pdf", "it is a PDF document, which holds no rows" + AS_CSV),
            Map.entry("html", "it is an HTML page, such as a login or error page instead of the export; export again"),
            Map.entry("mxml", "it is an MXML log, which is not read; convert it to XES or CSV and deliver that"),
            Map.entry(
                    "xml",
                    "it is XML, but no XES log (its root is not log); convert it to XES or CSV and deliver that"),
            Map.entry(
                    "xes",
                    "it is an XES log, and the connector reads another format; use generic/xes, or deliver the"
                            + " declared format"),
            Map.entry("json", "it is JSON, but no OCEL 2.0 log (generic/ocel reads those), which is not read" + AS_CSV),
            Map.entry("avro", "it is an Avro file, which is not read" + AS_CSV),
            Map.entry("orc", "it is an ORC file, which is not read" + AS_CSV),
            Map.entry("arrow", "it is an Arrow or Feather file, which is not read" + AS_CSV),
            Map.entry(
                    "sqlite",
                    "it is an SQLite database, but no OCEL 2.0 log (generic/ocel reads those), which is not read"
                            + AS_CSV),
            Map.entry(
                    "ocel",
                    "it is an object-centric log (OCEL), and the connector reads another format; use generic/ocel"),
            Map.entry("ocel-1.0", "it is an OCEL 1.0 log, which is not read; convert it to OCEL 2.0 and deliver that"),
            Map.entry(
                    "parquet",
                    "it is a Parquet file, and the connector declares another format; deliver the declared" + " one"),
            Map.entry("encrypted-parquet", "it is an encrypted Parquet file; deliver it without encryption"));

    private ReasonSentences() {}

    /** Null for a code that has none. */
    static String of(String code, List<String> parameters) {
        String first = parameters.isEmpty() ? "" : parameters.get(0);
        String second = parameters.size() < 2 ? "" : parameters.get(1);
        return switch (code) {
            case "missing-column" ->
                "the column \"" + first + "\" is missing"
                        + (second.isEmpty()
                                ? "; check the header line, the delimiter and the names chosen with --set"
                                : "; the nearest header is \"" + second
                                        + "\": choose it with --set, or correct the export");
            case "ambiguous-column" ->
                "the column \"" + first + "\" stands twice in the header; name the columns apart in the export";
            case "wrong-encoding" ->
                "its bytes are not text of the declared character set"
                        + (first.isEmpty()
                                ? "; name the right one with --set encoding=… where the connector has that setting"
                                        + " ('opsatc connectors show C' tells); else convert it to UTF-8 or export it so"
                                : "; it looks like " + first + ": try --set encoding=" + first
                                        + " where the connector has that setting ('opsatc connectors show C' tells); else"
                                        + " convert it with iconv -f " + first + " -t UTF-8, or export it so");
            case "not-declared-format" ->
                CONTAINERS.getOrDefault(
                        first, "it is not of the format that the connector declares; deliver the declared one");
            case "quote-not-closed" ->
                at(first, second)
                        + ": quote not closed; correct the export, or name the escape character with --set"
                        + " escape=backslash";
            case "broken-quote" ->
                at(first, second)
                        + ": text follows a closing quote; if the export writes quotes in texts after a backslash, say"
                        + " so with --set escape=backslash, else have it double them";
            case "broken-xml" -> "line " + first + ": it is no well-formed XML; export it again";
            case "broken-json" -> "line " + first + ": it is no well-formed JSON; export it again";
            case "person-type" ->
                "its object type \"" + first
                        + "\" stands for people, as far as its name tells, and no person is a unit of"
                        + " analysis; leave it out with --set leave-out=\"" + first + "\", or say that it does not with"
                        + " --set non-person=\"" + first + "\"";
            case "no-object-type" ->
                "it has no object of the type \"" + first + "\"" + (second.isEmpty() ? "" : " (it has " + second + ")")
                        + "; choose the type that is the case with --set case=…";
            case "record-too-long" ->
                (first.isEmpty() ? "" : at(first, second) + ": ")
                        + "a record or value is longer than any real one (an open quote does that); correct the export";
            case "too-many-columns" ->
                "its header has " + first + " columns, more than are read; check the delimiter, or export fewer";
            case "no-stream" ->
                "its name fits none of the connector's patterns" + (first.isEmpty() ? "" : " (" + first + ")")
                        + "; rename it, or keep it elsewhere";
            case "parquet-codec" ->
                "it is Parquet compressed with " + first
                        + ", which is not read; write it with snappy, gzip, zstd or without";
            case "nested-column" ->
                "the column \"" + first + "\" holds lists, maps or structures where one value is read;"
                        + " declare it as a list in a connector, or write one row for each";
            case "unreadable-column" ->
                "the column \"" + first + "\" has a type that has no text here; write it as text or as a plain number";
            case "reader-failed" ->
                "the reader failed on it (" + first + "); deliver it in another form, and report this";
            default -> plain(code);
        };
    }

    private static String plain(String code) {
        return switch (code) {
            case "truncated-gzip" -> "its gzip data ends too early: the delivery is cut; deliver it again";
            case "corrupt-gzip" -> "its gzip data is damaged; deliver it again";
            case "garbage-after-gzip" ->
                "bytes follow the end of its gzip data that are no gzip member; deliver it again";
            case "doctype-refused" -> "it declares a document type, which can name other files; export it without";
            case "too-large-ratio" -> "it grows to more than a hundred times its bytes; deliver it uncompressed";
            case "trace-too-long" ->
                "the events of a trace stand before its attributes and take too much memory; write"
                        + " the attributes of a trace first";
            case "log-too-large" -> "its relations take more memory than a file may; deliver the log in smaller files";
            case "damaged-sqlite" -> "its SQLite data is damaged or cut; deliver it again";
            case "table-without-rowid" ->
                "a table of it is stored WITHOUT ROWID, which is not read; write it as an ordinary table";
            case "changed-while-reading" ->
                "it changed while it was read; deliver under another name and rename when"
                        + " complete, then run again";
            case "damaged-parquet" -> "its Parquet data is damaged or cut; deliver it again";
            case "unreadable" -> "the operating system could not read it; check its permissions and the disk";
            case "linked-file" -> "it has a second name (a hard link), so that it may be another's; deliver a copy";
            case "name-not-text" -> "its name is not text of the locale's character set (UTF-8); rename it";
            case "not-a-delivery-note" ->
                "it is no delivery note: a delivery.json holds \"delivered\", \"files\" or both, with dates as in 2026-01-31 or 2026-01-31T18:30; correct it";
            case "out-of-memory" -> "it takes more memory than the run has; deliver it in smaller files";
            case "escaped-quote" ->
                "a backslash stands before a quote, so that columns may have shifted; say so with --set"
                        + " escape=backslash";
            case "ragged" -> "more or fewer fields than the header";
            case "outside-trace" -> "event outside every trace, so that it belongs to no case";
            case "dangling-event" -> "relation to an event that the file does not have";
            case "dangling-object" -> "relation to an object that the file does not have";
            case "event-without-object" -> "event that touches no object";
            case "event-without-time" -> "relation of an event without a time";
            case "untimed-attribute" -> "attribute value of an object that does not say since when it holds";
            case "left-out-type" -> "relation to an object of a type that the source leaves out";
            case "key-missing" -> "no value in a column of the key";
            default -> null;
        };
    }

    private static String at(String row, String line) {
        return (row.equals("0") ? "the header" : "row " + row) + (line.isEmpty() ? "" : " (line " + line + ")");
    }
}
