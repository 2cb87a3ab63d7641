package com.opsatc.process.evidence;

import java.io.IOException;
import java.io.OutputStream;

/** Where evidence documents go: the folder of the run's documents, which encrypts, digests and lists them. */
@FunctionalInterface
public interface EvidenceSink {
    /** Creates a document of this name and has {@code body} write it, once. */
    void create(String document, Body body);

    /** Writes a document's bytes; the stream belongs to the sink. */
    @FunctionalInterface
    interface Body {
        void writeTo(OutputStream out) throws IOException;
    }
}
