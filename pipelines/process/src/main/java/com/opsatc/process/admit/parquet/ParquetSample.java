package com.opsatc.process.admit.parquet;

import com.opsatc.connector.format.RefusedFile;
import com.opsatc.connector.format.TableSample;
import com.opsatc.connector.infer.SampledFile;
import com.opsatc.connector.spec.ColumnSpec;
import com.opsatc.connector.spec.ColumnType;
import com.opsatc.connector.spec.FileFormat;
import com.opsatc.connector.spec.StreamSpec;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.quality.Reason;
import com.opsatc.tenancy.source.OpenedFile;
import com.opsatc.tenancy.source.ReadOnlySource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.Type;

/** The first rows of a Parquet file that nobody described yet, as the texts that a CSV file would hold. */
public final class ParquetSample {
    private ParquetSample() {}

    /**
     * Columns without a text are left out: what is nested otherwise than as a list, and types that no connector reads.
     *
     * @param limit of rows
     * @throws PipelineException (configuration) saying why the file cannot be read
     */
    public static SampledFile of(Path file, int limit) {
        ReadOnlySource door = ReadOnlySource.of(file);
        String name = file.getFileName().toString();
        try (OpenedFile opened = door.open(door.files().get(0))) {
            ParquetInput input = new ParquetInput(opened);
            StreamSpec stream = stream(name, columns(input));
            List<String> header = stream.headers();
            List<List<String>> rows = new ArrayList<>();
            try (ParquetRecords records = new ParquetRecords(input, stream)) {
                while (rows.size() < limit && records.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 0; i < header.size(); i++) {
                        row.add(records.text(i).orElse(""));
                    }

                    rows.add(row);
                }
            }

            return new SampledFile(name, FileFormat.PARQUET, new TableSample("", 0, header, rows));
        } catch (IOException e) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot draft a connector for " + name + ": "
                            + Reason.sentence(RefusedFile.of(e).reason()),
                    e);
        }
    }

    private static Map<String, ColumnSpec> columns(ParquetInput input) throws IOException {
        ParquetBudget.USUAL.footer(input);
        Map<String, ColumnSpec> columns = new LinkedHashMap<>();
        try (ParquetFileReader file = ParquetFileReader.open(input)) {
            for (Type type : file.getFileMetaData().getSchema().getFields()) {
                String name = "column_" + columns.size();
                type(type).ifPresent(kind -> columns.put(name, column(name, type.getName(), kind)));
            }

            return columns;
        } catch (RuntimeException e) {
            throw new RefusedFile(RefusedFile.DAMAGED_PARQUET);
        }
    }

    private static Optional<ColumnType> type(Type type) {
        if (!type.isPrimitive()) {
            return type.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation
                    ? Optional.of(ColumnType.LIST)
                    : Optional.empty();
        }

        try {
            new ParquetText(type.getName(), type.asPrimitiveType(), ParquetBudget.USUAL.cellBytes(), text -> {});
            return type.isRepetition(Type.Repetition.REPEATED) ? Optional.empty() : Optional.of(ColumnType.STRING);
        } catch (RefusedFile e) {
            return Optional.empty();
        }
    }

    private static ColumnSpec column(String name, String header, ColumnType type) {
        return new ColumnSpec(
                name, List.of(header), type, false, null, null, null, null, null, null, "Sampled.", null, null);
    }

    private static StreamSpec stream(String file, Map<String, ColumnSpec> columns) {
        return new StreamSpec(
                "sampled",
                "Sampled.",
                file,
                null,
                List.of(FileFormat.PARQUET),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                columns);
    }
}
