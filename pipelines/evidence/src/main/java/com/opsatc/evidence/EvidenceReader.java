package com.opsatc.evidence;

import com.opsatc.contract.claim.EvidenceColumns;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.id.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.ipc.ArrowStreamReader;

/**
 * The rows of an evidence document, in their order, batch by batch.
 *
 * <p>A document that is cut, or is none of ours, fails with {@link ErrorCode#STORE} when the reader gets there. Closing
 * closes the stream.
 */
public final class EvidenceReader implements Iterator<EvidenceRow>, AutoCloseable {
    private final BufferAllocator allocator = new RootAllocator(EvidenceFormat.MEMORY);
    private final ArrowStreamReader reader;
    private VectorSchemaRoot root;
    private VarCharVector files;
    private int at;
    private boolean ended;

    public EvidenceReader(InputStream in) {
        reader = new ArrowStreamReader(in, allocator);
    }

    @Override
    public boolean hasNext() {
        while (!ended && (root == null || at == root.getRowCount())) {
            ended = !nextBatch();
        }
        return !ended;
    }

    @Override
    public EvidenceRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the evidence document has no more rows");
        }

        int i = at++;
        boolean second = !root.getVector(EvidenceColumns.TO_FILE).isNull(i);
        return EvidenceRowBuilder.builder()
                .record(text(EvidenceColumns.RECORD, i))
                .system(text(EvidenceColumns.SYSTEM, i))
                .file(file(EvidenceColumns.FILE, i))
                .row(number(EvidenceColumns.ROW, i))
                .key(text(EvidenceColumns.KEY, i))
                .toFile(second ? file(EvidenceColumns.TO_FILE, i) : null)
                .toRow(second ? number(EvidenceColumns.TO_ROW, i) : null)
                .toKey(text(EvidenceColumns.TO_KEY, i))
                .date(LocalDate.ofEpochDay(((DateDayVector) root.getVector(EvidenceColumns.DATE)).get(i)))
                .contribution(number(EvidenceColumns.CONTRIBUTION, i))
                .weight(number(EvidenceColumns.WEIGHT, i))
                .censored(((BitVector) root.getVector(EvidenceColumns.CENSORED)).get(i) == 1)
                .more(more(i))
                .build();
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw EvidenceFormat.unreadable(e);
        } finally {
            allocator.close();
        }
    }

    private boolean nextBatch() {
        try {
            if (root == null) {
                root = reader.getVectorSchemaRoot();
                EvidenceFormat.require(root.getSchema());
            }

            at = 0;
            boolean more = reader.loadNextBatch();
            if (files == null && more) {
                files = (VarCharVector) reader.lookup(EvidenceFormat.FILES).getVector();
            }
            return more;
        } catch (IOException | IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            throw EvidenceFormat.unreadable(e);
        }
    }

    private String text(String column, int i) {
        return text((VarCharVector) root.getVector(column), i);
    }

    private static String text(VarCharVector texts, int i) {
        return texts.isNull(i) ? null : new String(texts.get(i), StandardCharsets.UTF_8);
    }

    private long number(String column, int i) {
        return ((BigIntVector) root.getVector(column)).get(i);
    }

    private Sha256 file(String column, int i) {
        return file(((IntVector) root.getVector(column)).get(i));
    }

    private Sha256 file(int code) {
        return new Sha256(new String(files.get(code), StandardCharsets.US_ASCII));
    }

    private List<CitedRow> more(int i) {
        ListVector codes = (ListVector) root.getVector(EvidenceColumns.MORE_FILES);
        ListVector numbers = (ListVector) root.getVector(EvidenceColumns.MORE_ROWS);
        ListVector keys = (ListVector) root.getVector(EvidenceColumns.MORE_KEYS);
        int first = codes.getElementStartIndex(i);
        int end = codes.getElementEndIndex(i);
        for (ListVector list : List.of(numbers, keys)) {
            if (first != list.getElementStartIndex(i) || end != list.getElementEndIndex(i)) {
                throw EvidenceFormat.unreadable(null);
            }
        }

        List<CitedRow> more = new ArrayList<>();
        for (int item = first; item < end; item++) {
            more.add(new CitedRow(
                    file(((IntVector) codes.getDataVector()).get(item)),
                    ((BigIntVector) numbers.getDataVector()).get(item),
                    text((VarCharVector) keys.getDataVector(), item)));
        }

        return more;
    }
}
