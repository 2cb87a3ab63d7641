package com.opsatc.process.admit.parquet;

import com.opsatc.connector.format.RefusedFile;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.SeekableInputStream;

/**
 * How large the units of a Parquet file may be, checked before the library takes memory for them: a page, a footer and a row
 * count are what the file claims, in a few bytes.
 *
 * @param footerBytes the description at the end of the file
 * @param groupBytes the asked-for columns of one row group, as delivered
 * @param pageBytes one page, decompressed
 * @param freeRows rows in a file of any size; beyond that at most {@link #RATIO} for each byte
 * @param freeText characters of all texts in a file of any size; beyond that at most {@link #RATIO} for each byte
 * @param cellBytes one text or list
 */
public record ParquetBudget(
        int footerBytes, long groupBytes, int pageBytes, long freeRows, long freeText, int cellBytes) {
    static final ParquetBudget USUAL = new ParquetBudget(64 << 20, 256L << 20, 32 << 20, 4L << 20, 64L << 20, 4 << 20);
    private static final long RATIO = 100;
    private static final int TAIL = 8;
    private static final Set<CompressionCodecName> READ = Set.of(
            CompressionCodecName.UNCOMPRESSED,
            CompressionCodecName.SNAPPY,
            CompressionCodecName.GZIP,
            CompressionCodecName.ZSTD,
            CompressionCodecName.LZ4_RAW);

    /** @throws RefusedFile when the description claims more than its budget, or more than the file has */
    void footer(ParquetInput input) throws IOException {
        long length = input.getLength();
        byte[] tail = new byte[TAIL];
        try (SeekableInputStream in = input.newStream()) {
            in.seek(Math.max(0, length - TAIL));
            in.readFully(tail);
        }

        int claimed = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (claimed < 0 || claimed > footerBytes || claimed > length - TAIL) {
            throw new RefusedFile(RefusedFile.DAMAGED_PARQUET);
        }
    }

    /** @throws RefusedFile for a codec that is not read, or a unit that is larger than its budget or than the file */
    void columns(ParquetInput input, ParquetMetadata file, Set<String> asked) throws IOException {
        long rows = 0;
        for (BlockMetaData group : file.getBlocks()) {
            rows += Math.max(0, group.getRowCount());
            long bytes = 0;
            for (ColumnChunkMetaData chunk : group.getColumns()) {
                if (asked.contains(chunk.getPath().toArray()[0])) {
                    bytes += chunk(input, chunk);
                }
            }

            if (bytes > groupBytes) {
                throw new RefusedFile(RefusedFile.RECORD_TOO_LONG);
            }
        }

        if (rows > freeRows && rows / RATIO > input.getLength()) {
            throw new RefusedFile(RefusedFile.TOO_LARGE_RATIO);
        }
    }

    /** @throws RefusedFile when so much text cannot have been in the file but by repeating it without end */
    void text(long chars, long fileBytes) throws RefusedFile {
        if (chars > freeText && chars / RATIO > fileBytes) {
            throw new RefusedFile(RefusedFile.TOO_LARGE_RATIO);
        }
    }

    private long chunk(ParquetInput input, ColumnChunkMetaData chunk) throws IOException {
        if (!READ.contains(chunk.getCodec())) {
            throw new RefusedFile(
                    RefusedFile.PARQUET_CODEC + ":" + chunk.getCodec().name());
        }

        long start = chunk.getStartingPos();
        long size = chunk.getTotalSize();
        if (start < 0 || size < 0 || size > groupBytes || start > input.getLength() - size) {
            throw new RefusedFile(RefusedFile.DAMAGED_PARQUET);
        }

        try (SeekableInputStream in = input.newStream()) {
            in.seek(start);
            pages(new BufferedInputStream(new Bounded(in, size)));
        }

        return size;
    }

    private void pages(InputStream chunk) throws IOException {
        chunk.mark(1);
        while (chunk.read() >= 0) {
            chunk.reset();
            PageHeader page = Util.readPageHeader(chunk);
            int claimed = Math.max(page.getUncompressed_page_size(), page.getCompressed_page_size());
            if (claimed > pageBytes) {
                throw new RefusedFile(RefusedFile.RECORD_TOO_LONG);
            }
            if (page.getCompressed_page_size() < 0 || page.getUncompressed_page_size() < 0) {
                throw new RefusedFile(RefusedFile.DAMAGED_PARQUET);
            }

            chunk.skipNBytes(page.getCompressed_page_size());
            chunk.mark(1);
        }
    }

    /** The bytes of a column and none after it. */
    private static final class Bounded extends FilterInputStream {
        private long left;

        Bounded(InputStream in, long left) {
            super(in);
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }

            int got = super.read(into, offset, (int) Math.min(left, length));
            left -= Math.max(0, got);
            return got;
        }

        @Override
        public long skip(long n) throws IOException {
            long skipped = super.skip(Math.min(n, left));
            left -= skipped;
            return skipped;
        }
    }
}
