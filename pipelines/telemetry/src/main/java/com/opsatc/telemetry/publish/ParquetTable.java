package com.opsatc.telemetry.publish;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
 * A table of the engineering zone as a Parquet file: the same rows give the same bytes, and the file says nothing but its
 * rows. Readable by any Parquet reader.
 *
 * @param name of the schema
 * @param columns in order
 * @param codec {@code UNCOMPRESSED} keeps the size independent of the values
 */
record ParquetTable<R>(
        String name, List<ParquetColumn<R>> columns, Function<ParquetRecord, R> reader, CompressionCodecName codec) {
    ParquetTable {
        columns = List.copyOf(columns);
    }

    MessageType schema() {
        return new MessageType(
                name, List.copyOf(columns.stream().map(ParquetColumn::type).toList()));
    }

    /** The whole file. */
    byte[] bytes(List<R> rows) {
        MemoryOutput output = new MemoryOutput();
        try (ParquetWriter<R> writer = new Builder<>(output, this)
                .withConf(new PlainParquetConfiguration())
                .withCompressionCodec(codec)
                // Checksums have as many bytes as their value needs: they would make sizes differ.
                .withPageWriteChecksumEnabled(false)
                .withDictionaryEncoding(codec != CompressionCodecName.UNCOMPRESSED)
                .build()) {
            for (R row : rows) {
                writer.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return output.bytes();
    }

    /** @throws PipelineException (store) when the file is missing, damaged, or of another schema */
    List<R> read(Path file) {
        try (ParquetFileReader parquet = ParquetFileReader.open(new LocalInputFile(file))) {
            MessageType found = parquet.getFileMetaData().getSchema();
            if (!found.equals(schema())) {
                throw new PipelineException(
                        ErrorCode.STORE,
                        "Cannot read " + file + ": its columns are not those of table " + name
                                + "; put back the file of the release");
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
                    "Cannot read " + file + ": " + e.getClass().getSimpleName() + "; put back the file of the release",
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
