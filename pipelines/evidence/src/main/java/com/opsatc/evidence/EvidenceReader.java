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
import java.util.SortedMap;
import java.util.TreeMap;
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
    private Columns columns;
    private VarCharVector files;
    private Sha256[] digests = {};
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
        boolean second = !columns.toFile.isNull(i);
        return EvidenceRowBuilder.builder()
                .record(text(columns.record, i))
                .system(text(columns.system, i))
                .file(file(columns.file.get(i)))
                .row(columns.row.get(i))
                .key(text(columns.key, i))
                .toFile(second ? file(columns.toFile.get(i)) : null)
                .toRow(second ? columns.toRow.get(i) : null)
                .toKey(text(columns.toKey, i))
                .date(LocalDate.ofEpochDay(columns.date.get(i)))
                .contribution(columns.contribution.get(i))
                .weight(columns.weight.get(i))
                .censored(columns.censored.get(i) == 1)
                .more(more(i))
                .attributes(attributes(i))
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
                columns = new Columns(root);
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

    private static String text(VarCharVector texts, int i) {
        return texts.isNull(i) ? null : new String(texts.get(i), StandardCharsets.UTF_8);
    }

    /** Many rows cite few files: each digest is decoded once. */
    private Sha256 file(int code) {
        if (digests.length < files.getValueCount()) {
            digests = new Sha256[files.getValueCount()];
        }
        if (digests[code] == null) {
            digests[code] = new Sha256(new String(files.get(code), StandardCharsets.US_ASCII));
        }
        return digests[code];
    }

    private SortedMap<String, String> attributes(int i) {
        ListVector names = columns.attributes;
        ListVector values = columns.attributeValues;
        int first = names.getElementStartIndex(i);
        int end = names.getElementEndIndex(i);
        if (first != values.getElementStartIndex(i) || end != values.getElementEndIndex(i)) {
            throw EvidenceFormat.unreadable(null);
        }

        SortedMap<String, String> attributes = new TreeMap<>();
        for (int item = first; item < end; item++) {
            attributes.put(
                    text((VarCharVector) names.getDataVector(), item),
                    text((VarCharVector) values.getDataVector(), item));
        }

        return attributes;
    }

    private List<CitedRow> more(int i) {
        ListVector codes = columns.moreFiles;
        ListVector numbers = columns.moreRows;
        ListVector keys = columns.moreKeys;
        int first = codes.getElementStartIndex(i);
        int end = codes.getElementEndIndex(i);
        for (ListVector list : List.of(numbers, keys)) {
            if (first != list.getElementStartIndex(i) || end != list.getElementEndIndex(i)) {
                throw EvidenceFormat.unreadable(null);
            }
        }

        if (first == end) {
            return List.of();
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

    /** The vectors, which every batch fills again: found by their names once, not for each row. */
    private static final class Columns {
        private final VarCharVector record;
        private final VarCharVector system;
        private final IntVector file;
        private final BigIntVector row;
        private final VarCharVector key;
        private final IntVector toFile;
        private final BigIntVector toRow;
        private final VarCharVector toKey;
        private final DateDayVector date;
        private final BigIntVector contribution;
        private final BigIntVector weight;
        private final BitVector censored;
        private final ListVector moreFiles;
        private final ListVector moreRows;
        private final ListVector moreKeys;
        private final ListVector attributes;
        private final ListVector attributeValues;

        private Columns(VectorSchemaRoot root) {
            record = (VarCharVector) root.getVector(EvidenceColumns.RECORD);
            system = (VarCharVector) root.getVector(EvidenceColumns.SYSTEM);
            file = (IntVector) root.getVector(EvidenceColumns.FILE);
            row = (BigIntVector) root.getVector(EvidenceColumns.ROW);
            key = (VarCharVector) root.getVector(EvidenceColumns.KEY);
            toFile = (IntVector) root.getVector(EvidenceColumns.TO_FILE);
            toRow = (BigIntVector) root.getVector(EvidenceColumns.TO_ROW);
            toKey = (VarCharVector) root.getVector(EvidenceColumns.TO_KEY);
            date = (DateDayVector) root.getVector(EvidenceColumns.DATE);
            contribution = (BigIntVector) root.getVector(EvidenceColumns.CONTRIBUTION);
            weight = (BigIntVector) root.getVector(EvidenceColumns.WEIGHT);
            censored = (BitVector) root.getVector(EvidenceColumns.CENSORED);
            moreFiles = (ListVector) root.getVector(EvidenceColumns.MORE_FILES);
            moreRows = (ListVector) root.getVector(EvidenceColumns.MORE_ROWS);
            moreKeys = (ListVector) root.getVector(EvidenceColumns.MORE_KEYS);
            attributes = (ListVector) root.getVector(EvidenceColumns.ATTRIBUTES);
            attributeValues = (ListVector) root.getVector(EvidenceColumns.ATTRIBUTE_VALUES);
        }
    }
}
