package com.opsatc.connector.infer;

import com.opsatc.connector.FileFormat;
import com.opsatc.connector.format.Container;
import com.opsatc.connector.format.ExtractStream;
import com.opsatc.connector.format.RecordReaders;
import com.opsatc.connector.format.RefusedFile;
import com.opsatc.connector.format.TableSample;
import com.opsatc.contract.ErrorCode;
import com.opsatc.contract.PipelineException;
import com.opsatc.contract.Reason;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Drafts a connector from the first rows of an event log: which column is the case, which the activity, which the time.
 *
 * <p>It goes by names and by what the texts look like. Columns that may name a person are never chosen, and a draft holds
 * names of columns, never a value. Where a day and a month can be told from each other by nothing, the draft asks for it.
 */
public final class Infer {
    /** As many rows as are looked at: a log sorted by activity shows its cases again only late. */
    public static final int ROWS = 50_000;

    private static final int PEEK = 1 << 12;

    private Infer() {}

    /** As {@link #draft(Path, Map)} with nothing declared. */
    public static String draft(Path file) {
        return draft(file, Map.of());
    }

    /**
     * The text of a connector file, {@code conf/connectors/draft/<name of the file>.yaml}.
     *
     * @param declared what is known of the file: {@code dates}, {@code dmy} or {@code mdy}; {@code encoding}, a character set
     * @throws PipelineException (configuration) when the file cannot be read, is Parquet, or no column fits
     */
    public static String draft(Path file, Map<String, String> declared) {
        String name = file.getFileName().toString();
        Known known = Known.of(declared);
        try (ExtractStream content = ExtractStream.open(Files.newInputStream(file), name);
                BufferedInputStream peeked = new BufferedInputStream(content, PEEK)) {
            peeked.mark(PEEK);
            byte[] first = peeked.readNBytes(PEEK / 2);
            peeked.reset();
            if (RecordReaders.isParquet(first)) {
                throw new PipelineException(
                        ErrorCode.CONFIGURATION,
                        "Cannot draft a connector for " + name + ": Parquet is not drafted; use connector"
                                + " generic/event-log with --set case=…, --set activity=… and --set timestamp=…");
            }
            Optional<String> container = Container.of(first);
            if (container.isPresent()) {
                if (!container.get().equals(Container.XES)) {
                    throw new RefusedFile(RefusedFile.NOT_DECLARED_FORMAT, List.of(container.get()));
                }

                return Draft.xes(name);
            }

            return draft(name, FileFormat.CSV, TableSample.read(peeked, known.encoding(), ROWS), declared);
        } catch (IOException e) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot draft a connector for " + name + ": "
                            + Reason.sentence(RefusedFile.of(e).reason()),
                    e);
        }
    }

    /** As {@link #draft(Path, Map)}, of rows that were read from a file of a format. */
    public static String draft(String name, FileFormat format, TableSample sample, Map<String, String> declared) {
        Known known = Known.of(declared);
        return new TableDraft(name, format, sample, TableColumns.of(name, sample, known.dates()), known.encoding())
                .yaml();
    }
}
