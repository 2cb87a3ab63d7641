package com.opsatc.evidence;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.claim.Evidence;
import com.opsatc.contract.claim.EvidenceColumns;
import com.opsatc.contract.id.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.dictionary.DictionaryProvider.MapDictionaryProvider;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;

/**
 * Writes an evidence document batch by batch, and takes its digest and first citations on the way.
 *
 * <p>Rows come in their order; the same rows and files give the same bytes. Memory holds one batch. Closing releases it
 * and leaves the stream open.
 */
public final class EvidenceWriter implements AutoCloseable {
    static final int BATCH = 4096;
    private static final int SAMPLE = 20;

    private final List<Sha256> files;
    private final BufferAllocator allocator = new RootAllocator(EvidenceFormat.MEMORY);
    private final VarCharVector dictionary = new VarCharVector("files", allocator);
    private final VectorSchemaRoot root = VectorSchemaRoot.create(EvidenceFormat.SCHEMA, allocator);
    private final VarCharVector record = (VarCharVector) root.getVector(EvidenceColumns.RECORD);
    private final VarCharVector system = (VarCharVector) root.getVector(EvidenceColumns.SYSTEM);
    private final IntVector file = (IntVector) root.getVector(EvidenceColumns.FILE);
    private final BigIntVector row = (BigIntVector) root.getVector(EvidenceColumns.ROW);
    private final VarCharVector key = (VarCharVector) root.getVector(EvidenceColumns.KEY);
    private final IntVector toFile = (IntVector) root.getVector(EvidenceColumns.TO_FILE);
    private final BigIntVector toRow = (BigIntVector) root.getVector(EvidenceColumns.TO_ROW);
    private final VarCharVector toKey = (VarCharVector) root.getVector(EvidenceColumns.TO_KEY);
    private final DateDayVector date = (DateDayVector) root.getVector(EvidenceColumns.DATE);
    private final BigIntVector contribution = (BigIntVector) root.getVector(EvidenceColumns.CONTRIBUTION);
    private final BigIntVector weight = (BigIntVector) root.getVector(EvidenceColumns.WEIGHT);
    private final BitVector censored = (BitVector) root.getVector(EvidenceColumns.CENSORED);
    private final ListVector moreFiles = (ListVector) root.getVector(EvidenceColumns.MORE_FILES);
    private final ListVector moreRows = (ListVector) root.getVector(EvidenceColumns.MORE_ROWS);
    private final ListVector moreKeys = (ListVector) root.getVector(EvidenceColumns.MORE_KEYS);
    private final ListVector attributes = (ListVector) root.getVector(EvidenceColumns.ATTRIBUTES);
    private final ListVector attributeValues = (ListVector) root.getVector(EvidenceColumns.ATTRIBUTE_VALUES);
    private final ArrowStreamWriter writer;
    private final RowsetDigest digest = new RowsetDigest();
    private final List<Citation> sample = new ArrayList<>();
    private EvidenceRow last;
    private int pending;
    private long rows;
    private long open;

    /** @param files the digests that the rows cite, all of them; more make other bytes, fewer are refused */
    public EvidenceWriter(OutputStream out, Collection<Sha256> files) throws IOException {
        requireNonNull(out, "out");
        this.files = List.copyOf(new TreeSet<>(files));
        dictionary.allocateNew();
        for (int i = 0; i < this.files.size(); i++) {
            dictionary.setSafe(i, this.files.get(i).hex().getBytes(StandardCharsets.US_ASCII));
        }
        dictionary.setValueCount(this.files.size());
        MapDictionaryProvider dictionaries =
                new MapDictionaryProvider(new Dictionary(dictionary, EvidenceFormat.fileCode()));
        writer = new ArrowStreamWriter(root, dictionaries, new UnclosedChannel(out));
        writer.start();
        root.allocateNew();
    }

    /**
     * Adds the next row.
     *
     * @throws IllegalArgumentException if it comes before the one added last, or cites a file that was not announced
     */
    public void add(EvidenceRow next) throws IOException {
        if (last != null && last.compareTo(next) > 0) {
            throw new IllegalArgumentException("Invalid evidence: row " + rows + " (from 0) is out of order");
        }

        text(record, pending, next.record());
        text(system, pending, next.system());
        file.setSafe(pending, code(next.file()));
        row.setSafe(pending, next.row());
        text(key, pending, next.key());
        if (next.toFile() != null) {
            toFile.setSafe(pending, code(next.toFile()));
            toRow.setSafe(pending, next.toRow());
            text(toKey, pending, next.toKey());
        }
        date.setSafe(pending, Math.toIntExact(next.date().toEpochDay()));
        contribution.setSafe(pending, next.contribution());
        weight.setSafe(pending, next.weight());
        censored.setSafe(pending, next.censored() ? 1 : 0);
        addMore(next.more());
        addAttributes(next.attributes());
        count(next);
    }

    private void addMore(List<CitedRow> more) {
        IntVector codes = (IntVector) moreFiles.getDataVector();
        BigIntVector numbers = (BigIntVector) moreRows.getDataVector();
        VarCharVector keys = (VarCharVector) moreKeys.getDataVector();
        int at = moreFiles.startNewValue(pending);
        moreRows.startNewValue(pending);
        moreKeys.startNewValue(pending);
        for (CitedRow cited : more) {
            codes.setSafe(at, code(cited.file()));
            numbers.setSafe(at, cited.row());
            text(keys, at, cited.key());
            at++;
        }

        moreFiles.endValue(pending, more.size());
        moreRows.endValue(pending, more.size());
        moreKeys.endValue(pending, more.size());
    }

    private void addAttributes(Map<String, String> values) {
        VarCharVector names = (VarCharVector) attributes.getDataVector();
        VarCharVector texts = (VarCharVector) attributeValues.getDataVector();
        int at = attributes.startNewValue(pending);
        attributeValues.startNewValue(pending);
        for (Map.Entry<String, String> value : values.entrySet()) {
            text(names, at, value.getKey());
            text(texts, at, value.getValue());
            at++;
        }

        attributes.endValue(pending, values.size());
        attributeValues.endValue(pending, values.size());
    }

    private static void text(VarCharVector into, int at, String text) {
        if (text == null) {
            into.setNull(at);
        } else {
            into.setSafe(at, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Ends the document and says what was written. */
    public Evidence finish(String document) throws IOException {
        if (pending > 0) {
            writeBatch();
        }

        writer.end();
        return new Evidence(document, rows - open, open, digest.finish(), sample);
    }

    @Override
    public void close() {
        writer.close();
        root.close();
        dictionary.close();
        allocator.close();
    }

    private void count(EvidenceRow added) throws IOException {
        digest.add(added);
        added.sampled().stream().limit(SAMPLE - sample.size()).forEach(sample::add);
        open += added.censored() ? 1 : 0;
        last = added;
        rows++;
        pending++;
        if (pending == BATCH) {
            writeBatch();
        }
    }

    private void writeBatch() throws IOException {
        root.setRowCount(pending);
        writer.writeBatch();
        // Fresh vectors are zero: what an absent value leaves in its place must not depend on the batch before.
        root.allocateNew();
        pending = 0;
    }

    private int code(Sha256 cited) {
        int code = Collections.binarySearch(files, cited);
        if (code < 0) {
            throw new IllegalArgumentException(
                    "Invalid evidence: it cites file " + cited + ", which was not announced");
        }

        return code;
    }
}
