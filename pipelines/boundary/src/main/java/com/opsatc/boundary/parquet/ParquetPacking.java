package com.opsatc.boundary.parquet;

import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** How a table's values are packed in its file. */
public enum ParquetPacking {
    /** Value after value, so that the size is independent of what the values are. */
    PLAIN(CompressionCodecName.UNCOMPRESSED, false),
    /** Values that repeat are kept once; it needs no codec, and so nothing of Hadoop. */
    DICTIONARY(CompressionCodecName.UNCOMPRESSED, true),
    /** As {@link #DICTIONARY}, and compressed. */
    COMPRESSED(CompressionCodecName.ZSTD, true);

    private final CompressionCodecName codec;
    private final boolean dictionary;

    ParquetPacking(CompressionCodecName codec, boolean dictionary) {
        this.codec = codec;
        this.dictionary = dictionary;
    }

    CompressionCodecName codec() {
        return codec;
    }

    boolean hasDictionary() {
        return dictionary;
    }
}
