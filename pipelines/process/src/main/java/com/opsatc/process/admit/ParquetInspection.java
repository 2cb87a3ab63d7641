package com.opsatc.process.admit;

import com.opsatc.connector.StreamSpec;
import com.opsatc.connector.format.RefusedFile;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Reads a Parquet file's footer and decompresses every page of it. */
final class ParquetInspection {
    private ParquetInspection() {}

    static long rows(Path file, StreamSpec stream) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
            MessageType schema = reader.getFileMetaData().getSchema();
            for (String wanted : stream.requiredHeaders()) {
                if (schema.getFields().stream().map(Type::getName).noneMatch(name -> ParquetTexts.same(name, wanted))) {
                    throw new RefusedFile(RefusedFile.MISSING_COLUMN + ":" + wanted);
                }
            }

            for (PageReadStore group = reader.readNextRowGroup(); group != null; group = reader.readNextRowGroup()) {
                readPages(group, schema);
            }

            return reader.getRecordCount();
        } catch (RuntimeException e) {
            RefusedFile refused = new RefusedFile(RefusedFile.NOT_DECLARED_FORMAT);
            refused.initCause(e);
            throw refused;
        }
    }

    private static void readPages(PageReadStore group, MessageType schema) {
        for (ColumnDescriptor column : schema.getColumns()) {
            PageReader pages = group.getPageReader(column);
            pages.readDictionaryPage();
            while (pages.readPage() != null) {
                // Decompressing a page is what shows that it is whole.
                continue;
            }
        }
    }
}
