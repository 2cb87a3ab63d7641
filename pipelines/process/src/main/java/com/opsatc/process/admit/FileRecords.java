package com.opsatc.process.admit;

import com.opsatc.connector.FileFormat;
import com.opsatc.connector.StreamSpec;
import com.opsatc.connector.format.ExtractStream;
import com.opsatc.connector.format.RecordReader;
import com.opsatc.connector.format.RecordReaders;
import com.opsatc.connector.format.RefusedFile;
import com.opsatc.contract.Sha256;
import com.opsatc.tenancy.source.ReadOnlySource;
import com.opsatc.tenancy.source.SourceFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** An extract file opened as records of a stream, whatever its format, with the digest of its bytes. */
final class FileRecords implements Closeable {
    private final SourceFile file;
    private final ExtractStream content;
    private final RecordReader records;

    /**
     * @param fileId tells the file's content from another's
     * @throws RefusedFile when it is not what the stream declares
     */
    FileRecords(ReadOnlySource door, SourceFile file, StreamSpec stream, String fileId) throws IOException {
        this.file = file;
        boolean parquet = stream.formats().contains(FileFormat.PARQUET) && startsAsParquet(door, file);
        content = ExtractStream.open(door.open(file), file.name());
        try {
            records = parquet
                    ? new ParquetRecords(file.path(), stream, stream.headers())
                    : RecordReaders.open(stream, new Unclosed(content), stream.headers(), fileId);
        } catch (IOException | RuntimeException e) {
            content.close();
            throw e;
        }
    }

    RecordReader records() {
        return records;
    }

    /**
     * Digests what is left of the file.
     *
     * @throws RefusedFile when the file is longer or shorter than when it was listed
     */
    Sha256 digest() throws IOException {
        Sha256 digest = content.digest();
        if (content.delivered() != file.bytes()) {
            throw new RefusedFile(RefusedFile.CHANGED_WHILE_READING);
        }

        return digest;
    }

    @Override
    public void close() throws IOException {
        records.close();
        content.close();
    }

    private static boolean startsAsParquet(ReadOnlySource door, SourceFile file) throws IOException {
        try (InputStream in = door.open(file)) {
            return RecordReaders.isParquet(in.readNBytes(4));
        }
    }
}
