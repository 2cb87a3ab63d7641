package com.opsatc.jobs.cli.slice;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.evidence.CaseDocument;
import com.opsatc.evidence.EvidenceReader;
import com.opsatc.evidence.EvidenceRow;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What happened in the cases of a process, read beside the rows of a figure: both are in the order of their records, so that each
 * is read once, whatever their size. Closing closes the document.
 */
final class CasePaths implements AutoCloseable {
    private final EvidenceReader reader;
    private EvidenceRow row;
    private CasePath path;
    private long cases;

    CasePaths(InputStream document) {
        reader = new EvidenceReader(document);
        advance();
    }

    /**
     * Of the case of a record; records come in their order.
     *
     * @throws PipelineException (not found) where the record is no case
     */
    CasePath of(String record) {
        while (row != null && isBefore(row.record(), record)) {
            advance();
        }
        if (row == null || !row.record().equals(record)) {
            throw new PipelineException(
                    ErrorCode.NOT_FOUND,
                    "Cannot slice by what happened in a case: the figure is of parts of cases, such as order lines; slice"
                            + " one of cases, as opsatc kpis lists them, or by attributes");
        }

        if (path == null) {
            path = CasePath.of(
                    row.attributes().get(CaseDocument.PATH), row.attributes().get(CaseDocument.OBJECTS));
        }
        return path;
    }

    /** How many cases the document has; it is read to its end. */
    long count() {
        while (row != null) {
            advance();
        }
        return cases;
    }

    private void advance() {
        row = reader.hasNext() ? reader.next() : null;
        path = null;
        cases += row == null ? 0 : 1;
    }

    /** In the order of evidence, which is that of the bytes. */
    private static boolean isBefore(String one, String other) {
        return !one.equals(other)
                && Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8))
                        < 0;
    }

    @Override
    public void close() {
        reader.close();
    }
}
