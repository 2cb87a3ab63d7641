package com.opsatc.telemetry.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.parquet.schema.MessageType;

/** All that a reader of a Parquet file gets to see: its footer, its statistics, its pages unpacked, and each value as text. */
final class ParquetDump {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    private final ByteArrayOutputStream text = new ByteArrayOutputStream();

    private ParquetDump() {}

    static boolean isParquet(byte[] file) {
        return file.length > 2 * MAGIC.length
                && Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
                && Arrays.equals(file, file.length - MAGIC.length, file.length, MAGIC, 0, MAGIC.length);
    }

    static byte[] of(byte[] file) {
        ParquetDump found = new ParquetDump();
        try {
            try (ParquetFileReader parquet = ParquetFileReader.open(new Bytes(file))) {
                found.footer(parquet);
                found.pages(parquet);
            }
            try (ParquetFileReader parquet = ParquetFileReader.open(new Bytes(file))) {
                found.values(parquet);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.text.toByteArray();
    }

    private void footer(ParquetFileReader parquet) {
        add(parquet.getFileMetaData().getCreatedBy());
        add(parquet.getFileMetaData().getSchema().toString());
        parquet.getFileMetaData().getKeyValueMetaData().forEach((key, value) -> add(key + "=" + value));
        for (BlockMetaData block : parquet.getFooter().getBlocks()) {
            for (ColumnChunkMetaData column : block.getColumns()) {
                add(column.getStatistics().toString());
                if (column.getStatistics().hasNonNullValue()) {
                    add(column.getStatistics().getMinBytes());
                    add(column.getStatistics().getMaxBytes());
                }
            }
        }
    }

    private void pages(ParquetFileReader parquet) throws IOException {
        for (PageReadStore group = parquet.readNextRowGroup(); group != null; group = parquet.readNextRowGroup()) {
            for (ColumnDescriptor column : parquet.getFileMetaData().getSchema().getColumns()) {
                pages(group.getPageReader(column));
            }
        }
    }

    private void pages(PageReader pages) throws IOException {
        DictionaryPage dictionary = pages.readDictionaryPage();
        if (dictionary != null) {
            add(dictionary.getBytes().toByteArray());
        }
        for (DataPage page = pages.readPage(); page != null; page = pages.readPage()) {
            add(page.accept(new DataPage.Visitor<byte[]>() {
                @Override
                public byte[] visit(DataPageV1 first) {
                    return bytes(first.getBytes());
                }

                @Override
                public byte[] visit(DataPageV2 second) {
                    return bytes(second.getData());
                }
            }));
        }
    }

    private void values(ParquetFileReader parquet) throws IOException {
        MessageType schema = parquet.getFileMetaData().getSchema();
        for (PageReadStore group = parquet.readNextRowGroup(); group != null; group = parquet.readNextRowGroup()) {
            RecordReader<Group> records =
                    new ColumnIOFactory().getColumnIO(schema).getRecordReader(group, new GroupRecordConverter(schema));
            for (long left = group.getRowCount(); left > 0; left--) {
                values(records.read(), schema.getFieldCount());
            }
        }
    }

    private void values(Group row, int fields) {
        for (int field = 0; field < fields; field++) {
            for (int index = 0; index < row.getFieldRepetitionCount(field); index++) {
                add(row.getValueToString(field, index));
            }
        }
    }

    private void add(String found) {
        add(found.getBytes(StandardCharsets.UTF_8));
    }

    private void add(byte[] found) {
        text.writeBytes(found);
        text.write('\n');
    }

    private static byte[] bytes(org.apache.parquet.bytes.BytesInput input) {
        try {
            return input.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file in memory. */
    private record Bytes(byte[] bytes) implements InputFile {
        @Override
        public long getLength() {
            return bytes.length;
        }

        @Override
        public SeekableInputStream newStream() {
            Positioned in = new Positioned(bytes);
            return new DelegatingSeekableInputStream(in) {
                @Override
                public long getPos() {
                    return in.position();
                }

                @Override
                public void seek(long position) {
                    in.position(position);
                }
            };
        }
    }

    private static final class Positioned extends ByteArrayInputStream {
        private Positioned(byte[] bytes) {
            super(bytes);
        }

        private synchronized long position() {
            return pos;
        }

        private synchronized void position(long position) {
            pos = Math.toIntExact(position);
        }
    }
}
