package com.opsatc.process.admit;

import com.opsatc.connector.FileFormat;
import com.opsatc.connector.StreamSpec;
import com.opsatc.connector.format.ExtractStream;
import com.opsatc.connector.format.RecordReaders;
import com.opsatc.tenancy.source.ReadOnlySource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The rows of a Parquet file. Its digest is checked before Spark plans to read it. */
final class ParquetRows implements Function<Row, Row> {
    private static final long serialVersionUID = 1L;

    private final TypedRows types;
    private final String digest;

    private ParquetRows(TypedRows types, String digest) {
        this.types = types;
        this.digest = digest;
    }

    static boolean isParquet(StreamSpec stream, ExtractFile file) {
        if (!stream.formats().contains(FileFormat.PARQUET)) {
            return false;
        }

        try (InputStream in = open(file.file().path())) {
            return RecordReaders.isParquet(in.readNBytes(4));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JavaRDD<Row> of(SparkSession session, StreamSpec stream, TypedRows types, FileTask file) {
        requireUnchanged(file);
        return ParquetTexts.of(session, file.path(), stream).toJavaRDD().map(new ParquetRows(types, file.digest()));
    }

    @Override
    public Row call(Row texts) {
        long row = texts.getLong(texts.length() - 1);
        return types.row(digest, row, false, column -> Optional.ofNullable(texts.getString(column)));
    }

    private static void requireUnchanged(FileTask file) {
        try (ExtractStream content = ExtractStream.open(open(Path.of(file.path())), "")) {
            if (!content.digest().hex().equals(file.digest())) {
                throw FileRows.changed(file, null);
            }
        } catch (IOException e) {
            throw FileRows.changed(file, e);
        }
    }

    private static InputStream open(Path path) throws IOException {
        ReadOnlySource door = ReadOnlySource.of(path);
        return door.open(door.files().get(0));
    }
}
