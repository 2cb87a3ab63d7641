package com.opsatc.jobs.simulate.check;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.EdgesDocument;
import com.opsatc.contract.document.FindingsDocument;
import com.opsatc.contract.document.KpisDocument;
import com.opsatc.contract.document.QualityDocument;
import com.opsatc.contract.json.CanonicalJson;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** All documents that one run published, as bytes by name: what a check may know of a run. */
public final class PublishedDocuments {
    private final SortedMap<String, byte[]> bytes;

    public PublishedDocuments(Map<String, byte[]> bytes) {
        this.bytes = new TreeMap<>(requireNonNull(bytes, "bytes"));
    }

    KpisDocument kpis() {
        return read(Documents.KPIS, KpisDocument.class);
    }

    EdgesDocument edges() {
        return read(Documents.EDGES, EdgesDocument.class);
    }

    FindingsDocument findings() {
        return read(Documents.FINDINGS, FindingsDocument.class);
    }

    QualityDocument quality() {
        return read(Documents.QUALITY, QualityDocument.class);
    }

    SortedMap<String, byte[]> all() {
        return bytes;
    }

    private <T> T read(String name, Class<T> type) {
        byte[] document = bytes.get(name);
        if (document == null) {
            throw new IllegalArgumentException("Cannot check a run: it published no " + name);
        }

        return CanonicalJson.read(document, type);
    }
}
