package com.opsatc.process.admit;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Reads the rows of admitted files. */
public final class Admission {
    private Admission() {}

    /** The schema of a stream's accepted rows. */
    public static StructType schema(SourceSpec source, String stream) {
        throw new UnsupportedOperationException(source.source() + stream);
    }

    /** The rows of the given files of a stream; lazily, so that the files must stay until the result was used. */
    public static StreamBatch read(SparkSession session, SourceSpec source, String stream, List<ExtractFile> newFiles) {
        throw new UnsupportedOperationException(source.source() + stream + newFiles + session);
    }
}
