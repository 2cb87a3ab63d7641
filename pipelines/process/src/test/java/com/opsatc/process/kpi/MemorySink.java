package com.opsatc.process.kpi;

import com.opsatc.evidence.EvidenceReader;
import com.opsatc.evidence.EvidenceRow;
import com.opsatc.process.evidence.EvidenceSink;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps evidence documents in memory. */
public final class MemorySink implements EvidenceSink {
    private final Map<String, byte[]> documents = new TreeMap<>();

    @Override
    public void create(String document, Body body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            body.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }

        if (documents.put(document, out.toByteArray()) != null) {
            throw new IllegalStateException("Document " + document + " was written twice");
        }
    }

    public Map<String, byte[]> documents() {
        return documents;
    }

    public ByteArrayInputStream open(String document) {
        return new ByteArrayInputStream(documents.get(document));
    }

    public List<EvidenceRow> rows(String document) {
        List<EvidenceRow> rows = new ArrayList<>();
        try (EvidenceReader reader = new EvidenceReader(open(document))) {
            reader.forEachRemaining(rows::add);
        }
        return rows;
    }
}
