package com.opsatc.jobs.simulate.check;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.document.DocumentType;
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
public final class CheckedDocuments {
    private final SortedMap<String, byte[]> bytes;

    public CheckedDocuments(Map<String, byte[]> bytes) {
        this.bytes = new TreeMap<>(requireNonNull(bytes, "bytes"));
    }

    KpisDocument kpis() {
        return read(Documents.KPIS);
    }

    EdgesDocument edges() {
        return read(Documents.EDGES);
    }

    FindingsDocument findings() {
        return read(Documents.FINDINGS);
    }

    QualityDocument quality() {
        return read(Documents.QUALITY);
    }

    SortedMap<String, byte[]> all() {
        return bytes;
    }

    private <T> T read(DocumentType<T> document) {
        byte[] json = bytes.get(document.name());
        if (json == null) {
            throw new IllegalArgumentException("Cannot check a run: it published no " + document.name());
        }

        return CanonicalJson.read(json, document.type());
    }
}
