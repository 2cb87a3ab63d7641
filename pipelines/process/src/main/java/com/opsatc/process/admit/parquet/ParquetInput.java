package com.opsatc.process.admit.parquet;

import com.opsatc.tenancy.source.OpenedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** A Parquet file read at any place through the one file that was opened; closing a stream leaves it open. */
public final class ParquetInput implements InputFile {
    private final OpenedFile file;

    public ParquetInput(OpenedFile file) {
        this.file = file;
    }

    @Override
    public long getLength() throws IOException {
        return file.size();
    }

    @Override
    public SeekableInputStream newStream() {
        Bytes bytes = new Bytes();
        return new DelegatingSeekableInputStream(bytes) {
            @Override
            public long getPos() {
                return bytes.position;
            }

            @Override
            public void seek(long position) {
                bytes.position = position;
            }
        };
    }

    private final class Bytes extends InputStream {
        private long position;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int got = file.read(ByteBuffer.wrap(into, offset, length), position);
            position += Math.max(0, got);
            return got;
        }
    }
}
