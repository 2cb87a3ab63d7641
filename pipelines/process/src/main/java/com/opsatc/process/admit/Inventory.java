package com.opsatc.process.admit;

import com.opsatc.contract.run.ProgressSink;
import java.util.List;

/** Looks at every extract file of a source before a row of it is admitted. */
public final class Inventory {
    private Inventory() {}

    /** The files by name; each read to its end once: digest, decompression, decoding, records. */
    public static List<ExtractFile> inspect(SourceSpec source, ProgressSink progress) {
        throw new UnsupportedOperationException(source.source() + progress);
    }
}
