package com.opsatc.boundary.parquet;

import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;

/** Writes rows by their columns, and no metadata beside them. */
final class RowWriteSupport<R> extends WriteSupport<R> {
    private final MessageType schema;
    private final List<ParquetColumn<R>> columns;
    private RecordConsumer out;

    RowWriteSupport(MessageType schema, List<ParquetColumn<R>> columns) {
        this.schema = schema;
        this.columns = columns;
    }

    @Override
    public WriteContext init(Configuration configuration) {
        return new WriteContext(schema, Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(schema, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        out = recordConsumer;
    }

    @Override
    public void write(R row) {
        out.startMessage();
        for (int index = 0; index < columns.size(); index++) {
            ParquetColumn<R> column = columns.get(index);
            Object value = column.value().apply(row);
            if (value != null) {
                out.startField(column.type().getName(), index);
                column.writer().write(value, out);
                out.endField(column.type().getName(), index);
            }
        }
        out.endMessage();
    }
}
