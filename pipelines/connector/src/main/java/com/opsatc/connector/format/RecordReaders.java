package com.opsatc.connector.format;

import com.opsatc.connector.FileFormat;
import com.opsatc.connector.StreamSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Opens the reader for a file's content. */
public final class RecordReaders {
    private static final byte[] PARQUET = "PAR1".getBytes(StandardCharsets.US_ASCII);

    private RecordReaders() {}

    /**
     * A reader of the stream's records.
     *
     * @param content decompressed
     * @param columns header names that will be asked for
     * @param fileId tells the file's content from another's, in names that the file itself leaves out
     * @throws RefusedFile when the content is not of a format that the stream declares, or lacks a required column
     */
    public static RecordReader open(StreamSpec stream, InputStream content, List<String> columns, String fileId)
            throws IOException {
        PushbackInputStream whole = new PushbackInputStream(content, PARQUET.length);
        if (stream.formats().contains(FileFormat.XES)) {
            return new XesReader(whole, columns, fileId, Limits.USUAL);
        }
        if (startsAsParquet(whole) || !stream.formats().contains(FileFormat.CSV)) {
            throw new RefusedFile(RefusedFile.NOT_DECLARED_FORMAT);
        }

        return new CsvReader(whole, stream, columns);
    }

    /** Whether bytes begin as those of a Parquet file do. */
    public static boolean isParquet(byte[] firstBytes) {
        return firstBytes.length >= PARQUET.length
                && Arrays.equals(firstBytes, 0, PARQUET.length, PARQUET, 0, PARQUET.length);
    }

    private static boolean startsAsParquet(PushbackInputStream content) throws IOException {
        byte[] first = content.readNBytes(PARQUET.length);
        content.unread(first);
        return isParquet(first);
    }
}
