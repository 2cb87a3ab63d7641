package com.opsatc.process.admit.read;

import com.opsatc.connector.format.ExtractStream;
import com.opsatc.connector.format.RecordReader;
import com.opsatc.connector.format.RecordReaders;
import com.opsatc.connector.format.RefusedFile;
import com.opsatc.connector.spec.FileFormat;
import com.opsatc.connector.spec.StreamSpec;
import com.opsatc.contract.id.Sha256;
import com.opsatc.process.admit.parquet.ParquetInput;
import com.opsatc.process.admit.parquet.ParquetRecords;
import com.opsatc.tenancy.source.OpenedFile;
import com.opsatc.tenancy.source.ReadOnlySource;
import com.opsatc.tenancy.source.SourceFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.spark.sql.Row;

/** An extract file opened once as records of a stream, whatever its format, with the digest of its bytes. */
public final class FileRecords implements Closeable {
    private final SourceFile file;
    private final OpenedFile opened;
    private final ExtractStream content;
    private final RecordReader records;

    /** How the records of a file that is no Parquet are opened, as {@link RecordReaders#open} does. */
    @FunctionalInterface
    interface Opening {
        RecordReader open(StreamSpec stream, InputStream content, List<String> columns, String fileId)
                throws IOException;
    }

    /**
     * @param fileId tells the file's content from another's
     * @throws RefusedFile when it is not what the stream declares
     */
    public FileRecords(ReadOnlySource door, SourceFile file, StreamSpec stream, String fileId) throws IOException {
        this(door, file, stream, fileId, RecordReaders::open);
    }

    public FileRecords(ReadOnlySource door, SourceFile file, StreamSpec stream, String fileId, Opening opening)
            throws IOException {
        this.file = file;
        this.opened = door.open(file);
        try {
            content = ExtractStream.open(opened.content(), file.name());
            records = stream.formats().contains(FileFormat.PARQUET) && startsAsParquet(opened)
                    ? new ParquetRecords(new ParquetInput(opened), stream)
                    : opening.open(stream, new Unclosed(content), stream.headers(), fileId);
        } catch (IOException | RuntimeException | Error e) {
            opened.close();
            throw e;
        }
    }

    public RecordReader records() {
        return records;
    }

    /** The current record with its types: the one conversion of inspection and admission. */
    public Row row(TypedRows types, String digest) {
        return types.row(digest, records.row(), records.fault(), records::text);
    }

    /**
     * Digests what is left of the file.
     *
     * @throws RefusedFile when somebody wrote to the file since it was listed
     */
    Sha256 digest() throws IOException {
        Sha256 digest = content.digest();
        if (content.delivered() != file.bytes() || !opened.unchanged()) {
            throw new RefusedFile(RefusedFile.CHANGED_WHILE_READING);
        }

        return digest;
    }

    @Override
    public void close() throws IOException {
        records.close();
        opened.close();
    }

    private static boolean startsAsParquet(OpenedFile file) throws IOException {
        ByteBuffer first = ByteBuffer.allocate(4);
        file.read(first, 0);
        return first.position() == first.capacity() && RecordReaders.isParquet(first.array());
    }
}
