package com.opsatc.connector.infer;

import com.opsatc.connector.format.Container;
import com.opsatc.connector.format.ExtractStream;
import com.opsatc.connector.format.RecordReaders;
import com.opsatc.connector.format.RefusedFile;
import com.opsatc.connector.format.TableSample;
import com.opsatc.connector.infer.column.Profiles;
import com.opsatc.connector.spec.FileFormat;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.quality.Reason;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Drafts a connector from the first rows of files: of an event log, which column is the case, which the activity, which the
 * time; of orders and lines, what OTIF needs. Files with the same columns are deliveries of one stream, others are joined by the
 * columns that they share.
 *
 * <p>It goes by names and by what the texts look like. Columns that may name a person are never chosen, and a draft holds
 * names of columns, never a value. Where a day and a month can be told from each other by nothing, the draft asks for it.
 */
public final class Infer {
    /** As many rows as are looked at: a log sorted by activity shows its cases again only late. */
    public static final int ROWS = 50_000;

    private static final int PEEK = 1 << 12;
    private static final Function<Path, SampledFile> NO_PARQUET = file -> {
        throw new IllegalArgumentException("Parquet is read where its library is");
    };

    private Infer() {}

    /** As {@link #draft(List, Map, Function)} of one file that is no Parquet, with nothing declared. */
    public static String draft(Path file) {
        return draft(file, Map.of());
    }

    /** As {@link #draft(List, Map, Function)} of one file that is no Parquet. */
    public static String draft(Path file, Map<String, String> declared) {
        return draft(List.of(file), declared, NO_PARQUET);
    }

    /**
     * The text of a connector file, {@code connectors/draft/<name of the first file>.yaml}.
     *
     * @param files one or more
     * @param declared what is known of the files: {@code dates}, {@code dmy} or {@code mdy}; {@code encoding}, a character set
     * @param parquet reads the first {@link #ROWS} rows of a Parquet file
     * @throws PipelineException (configuration) when a file cannot be read, or no columns fit
     */
    public static String draft(List<Path> files, Map<String, String> declared, Function<Path, SampledFile> parquet) {
        Known known = Known.of(declared);
        List<SampledFile> sampled = new ArrayList<>();
        for (Path file : files) {
            Optional<SampledFile> table = isParquet(file) ? Optional.of(parquet.apply(file)) : table(file, known);
            if (table.isEmpty() && files.size() == 1) {
                return ConnectorDraft.xes(file.getFileName().toString());
            }

            sampled.add(
                    table.orElseThrow(() -> refused(file, "an XES log is drafted by itself; leave the others out")));
        }

        return draft(sampled, known);
    }

    /** Whether a file begins as Parquet does. */
    public static boolean isParquet(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return RecordReaders.isParquet(in.readNBytes(PEEK));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static String draft(List<SampledFile> files, Known known) {
        String name = files.get(0).name();
        for (SampledFile file : files) {
            if (file.sample().rows().isEmpty()) {
                throw new PipelineException(
                        ErrorCode.CONFIGURATION,
                        "Cannot draft a connector for " + file.name()
                                + ": it has no row that fits its header; give a file with rows");
            }
        }

        List<SampledStream> streams = SampledStream.of(files);
        List<WideTable> alone = streams.stream()
                .map(each -> WideTable.of(each.named(TableDraft.EVENTS)))
                .toList();
        Optional<String> said = firstLog(name, alone, known, TableColumns::saysActivity);
        return said.or(() -> OrderTables.in(streams, known.dates())
                        .map(found -> new OrderLinesDraft(name, found, known.encoding()).yaml()))
                .or(() -> firstLog(name, alone, known, found -> true))
                .or(() -> firstLog(name, joined(streams), known, found -> true))
                .orElseThrow(() -> missing(name, streams, alone.get(0), known));
    }

    /** Each stream with the others joined to it, called as a draft calls the stream of events. */
    private static List<WideTable> joined(List<SampledStream> streams) {
        List<WideTable> tables = new ArrayList<>();
        for (SampledStream base : streams) {
            List<SampledStream> others = streams.stream()
                    .filter(each -> !each.equals(base))
                    .map(each -> each.name().equals(TableDraft.EVENTS) ? each.named(TableDraft.EVENTS + "_2") : each)
                    .toList();
            tables.add(WideTable.of(base.named(TableDraft.EVENTS), others));
        }

        return tables;
    }

    private static Optional<String> firstLog(
            String name, List<WideTable> tables, Known known, Predicate<TableColumns> fits) {
        return tables.stream()
                .flatMap(table -> Optional.ofNullable(TableColumns.in(Profiles.of(table.sample(), known.dates()))
                                .columns())
                        .filter(fits)
                        .map(columns -> new TableDraft(name, table, columns, known.encoding()).yaml())
                        .stream())
                .findFirst();
    }

    private static PipelineException missing(String name, List<SampledStream> streams, WideTable first, Known known) {
        String role =
                TableColumns.in(Profiles.of(first.sample(), known.dates())).missing();
        Optional<String> lacking = streams.stream()
                .flatMap(each -> OrderTables.lacking(each, known.dates()).stream())
                .findFirst();
        return new PipelineException(
                ErrorCode.CONFIGURATION,
                "Cannot draft a connector for " + name + ": no column looks like the " + role + " of an event; "
                        + lacking.map(words -> "its rows look like order lines"
                                        + (words.isEmpty() ? "" : ", of which no column looks like: " + words)
                                        + "; give the other files too, or use connector generic/order-lines with --set"
                                        + " order=…, line=…, ordered=…, delivered=…, agreed=… and actual=…")
                                .orElse(
                                        "use generic/event-log or generic/order-lines with --set, or write the connector"
                                                + " by hand. Drafted are event logs, and orders and lines (OTIF), in one file or"
                                                + " in several that share key columns, never a column that may name a person; a"
                                                + " table with a column for each milestone needs a connector written by hand"));
    }

    /** Empty for an XES log. */
    private static Optional<SampledFile> table(Path file, Known known) {
        String name = file.getFileName().toString();
        try (ExtractStream content = ExtractStream.open(Files.newInputStream(file), name);
                BufferedInputStream peeked = new BufferedInputStream(content, PEEK)) {
            peeked.mark(PEEK);
            byte[] first = peeked.readNBytes(PEEK / 2);
            peeked.reset();
            Optional<String> container = Container.of(first);
            if (container.isPresent()) {
                if (!container.get().equals(Container.XES)) {
                    throw new RefusedFile(RefusedFile.NOT_DECLARED_FORMAT, List.of(container.get()));
                }

                return Optional.empty();
            }

            return Optional.of(new SampledFile(name, FileFormat.CSV, TableSample.read(peeked, known.encoding(), ROWS)));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static PipelineException unreadable(Path file, IOException cause) {
        PipelineException refused =
                refused(file, Reason.sentence(RefusedFile.of(cause).reason()));
        refused.initCause(cause);
        return refused;
    }

    private static PipelineException refused(Path file, String why) {
        return new PipelineException(
                ErrorCode.CONFIGURATION, "Cannot draft a connector for " + file.getFileName() + ": " + why);
    }
}
