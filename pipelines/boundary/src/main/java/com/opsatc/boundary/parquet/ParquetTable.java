package com.opsatc.boundary.parquet;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;

/**
 * A table as a Parquet file: the same rows give the same bytes, and the file says nothing but its rows. Readable by any
 * Parquet reader.
 *
 * @param name of the schema
 * @param columns in order
 */
public record ParquetTable<R>(String name, List<ParquetColumn<R>> columns, ParquetPacking packing) {
    public ParquetTable {
        requireNonNull(name, "name");
        columns = List.copyOf(columns);
        requireNonNull(packing, "packing");
    }

    MessageType schema() {
        return new MessageType(
                name, List.copyOf(columns.stream().map(ParquetColumn::type).toList()));
    }

    /** The whole file. */
    public byte[] bytes(List<R> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(rows.iterator(), bytes);
        return bytes.toByteArray();
    }

    /** Writes the whole file, row after row; the stream stays open. */
    public void write(Iterator<R> rows, OutputStream out) {
        try (ParquetWriter<R> writer = writer(out)) {
            while (rows.hasNext()) {
                writer.write(rows.next());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ParquetWriter<R> writer(OutputStream out) throws IOException {
        Builder<R> builder = new Builder<>(new StreamOutput(out), this)
                .withConf(new PlainParquetConfiguration())
                // Checksums have as many bytes as their value needs: they would make sizes differ.
                .withPageWriteChecksumEnabled(false)
                .withDictionaryEncoding(packing.hasDictionary());

        return packing.codec() == CompressionCodecName.UNCOMPRESSED
                ? builder.withCodecFactory(new NoCompression()).build()
                : builder.withCompressionCodec(packing.codec()).build();
    }

    /** @throws PipelineException (store) when the file is missing, damaged, or of another schema */
    public List<R> read(Path file, Function<ParquetRecord, R> reader) {
        try (ParquetFileReader parquet = ParquetFileReader.open(new LocalInputFile(file))) {
            MessageType found = parquet.getFileMetaData().getSchema();
            if (!found.equals(schema())) {
                throw new PipelineException(
                        ErrorCode.STORE,
                        "Cannot read " + file + ": its columns are not those of table " + name
                                + "; put back the file as it was written");
            }

            List<R> rows = new ArrayList<>();
            for (PageReadStore group = parquet.readNextRowGroup(); group != null; group = parquet.readNextRowGroup()) {
                RecordReader<Group> records = new ColumnIOFactory()
                        .getColumnIO(found)
                        .getRecordReader(group, new GroupRecordConverter(found));
                for (long left = group.getRowCount(); left > 0; left--) {
                    rows.add(reader.apply(new ParquetRecord(records.read())));
                }
            }
            return rows;
        } catch (PipelineException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The library reports damage by exceptions of many kinds.
            throw new PipelineException(
                    ErrorCode.STORE,
                    "Cannot read " + file + ": " + e.getClass().getSimpleName()
                            + "; put back the file as it was written",
                    e);
        }
    }

    private static final class Builder<R> extends ParquetWriter.Builder<R, Builder<R>> {
        private final ParquetTable<R> table;

        private Builder(OutputFile output, ParquetTable<R> table) {
            super(output);
            this.table = table;
        }

        @Override
        protected Builder<R> self() {
            return this;
        }

        @Override
        protected WriteSupport<R> getWriteSupport(org.apache.hadoop.conf.Configuration configuration) {
            return new RowWriteSupport<>(table.schema(), table.columns());
        }

        @Override
        protected WriteSupport<R> getWriteSupport(ParquetConfiguration configuration) {
            return new RowWriteSupport<>(table.schema(), table.columns());
        }
    }
}
