package com.opsatc.connector.infer;

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
import java.util.Optional;

/**
 * Drafts a connector from the first rows of an event log: which column is the case, which the activity, which the time.
 *
 * <p>It goes by names and by what the texts look like. Columns that may name a person are never chosen, and a draft holds
 * names of columns, never a value.
 */
public final class Infer {
    private static final int ROWS = 2000;
    private static final int PEEK = 1 << 12;

    private Infer() {}

    /**
     * The text of a connector file, {@code conf/connectors/draft/<name of the file>.yaml}.
     *
     * @throws PipelineException (configuration) when the file cannot be read, is Parquet, or no column fits
     */
    public static String draft(Path file) {
        String name = file.getFileName().toString();
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
            Optional<String> container = Container.of(first).filter(word -> !word.equals(Container.XES));
            if (container.isPresent()) {
                throw new RefusedFile(RefusedFile.NOT_DECLARED_FORMAT, List.of(container.get()));
            }
            if (startsAsXml(first)) {
                return Draft.xes(name);
            }

            return Draft.table(name, TableColumns.of(name, TableSample.read(peeked, ROWS)));
        } catch (IOException e) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot draft a connector for " + name + ": "
                            + Reason.sentence(RefusedFile.of(e).reason()),
                    e);
        }
    }

    private static boolean startsAsXml(byte[] first) {
        for (byte each : first) {
            boolean mark = each == (byte) 0xEF || each == (byte) 0xBB || each == (byte) 0xBF;
            if (!mark && !Character.isWhitespace(each)) {
                return each == '<';
            }
        }

        return false;
    }
}
