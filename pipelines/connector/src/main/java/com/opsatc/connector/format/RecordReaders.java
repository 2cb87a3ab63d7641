package com.opsatc.connector.format;

import com.opsatc.connector.spec.FileFormat;
import com.opsatc.connector.spec.StreamSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Opens the reader for a file's content. */
public final class RecordReaders {
    private static final byte[] PARQUET = "PAR1".getBytes(StandardCharsets.US_ASCII);

    /** What an object-centric log may be written as; in XML its beginning is that of an XES log. */
    private static final Set<String> FORMS = Set.of("sqlite", "json", Container.XES);

    private RecordReaders() {}

    /**
     * A reader of the stream's records.
     *
     * @param content decompressed
     * @param columns header names that will be asked for
     * @param fileId tells the file's content from another's, in names that the file itself leaves out
     * @throws RefusedFile when the content is not of a format that the stream declares, or lacks a required column
     */
    public static RecordReader open(StreamSpec stream, InputStream content, List<String> columns, String fileId)
            throws IOException {
        PushbackInputStream whole = new PushbackInputStream(content, Container.HEAD);
        byte[] head = whole.readNBytes(Container.HEAD);
        whole.unread(head);
        if (stream.formats().contains(FileFormat.OCEL)) {
            return objects(stream, whole, columns, head);
        }

        refuse(Container.binary(head));
        if (stream.formats().contains(FileFormat.XES)) {
            refuse(Container.text(head).filter(word -> !word.equals(Container.XES)));
            return new XesReader(whole, columns, fileId, Limits.USUAL);
        }
        if (!stream.formats().contains(FileFormat.CSV)) {
            throw new RefusedFile(RefusedFile.NOT_DECLARED_FORMAT);
        }

        try {
            return new CsvReader(whole, stream, columns);
        } catch (RefusedFile e) {
            // A header may begin as a page does; only where it is none, what it looks like tells more.
            if (e.reason().startsWith(RefusedFile.MISSING_COLUMN)) {
                refuse(Container.text(head));
                refuseNarrow(stream.dialect().encoding(), head);
            }

            throw e;
        }
    }

    private static RecordReader objects(StreamSpec stream, InputStream content, List<String> columns, byte[] head)
            throws IOException {
        String form = Container.of(head).orElse("");
        if (!FORMS.contains(form)) {
            throw new RefusedFile(RefusedFile.NOT_DECLARED_FORMAT, form.isEmpty() ? List.of() : List.of(form));
        }

        return OcelReader.open(form, content, columns, stream.objectTypes());
    }

    /** Whether bytes begin as those of a Parquet file do. */
    public static boolean isParquet(byte[] firstBytes) {
        return firstBytes.length >= PARQUET.length
                && Arrays.equals(firstBytes, 0, PARQUET.length, PARQUET, 0, PARQUET.length);
    }

    /** UTF-16 and UTF-32 make letters of anything; text of theirs that never has a zero is Western text of one byte each. */
    private static void refuseNarrow(String encoding, byte[] head) throws RefusedFile {
        boolean wide = encoding.toUpperCase(Locale.ROOT).matches("UTF-?(16|32).*");
        boolean zeros = false;
        for (byte each : head) {
            zeros |= each == 0;
        }

        if (wide && !zeros) {
            throw new RefusedFile(RefusedFile.WRONG_ENCODING, List.of("UTF-8"));
        }
    }

    private static void refuse(Optional<String> container) throws RefusedFile {
        if (container.isPresent()) {
            throw new RefusedFile(RefusedFile.NOT_DECLARED_FORMAT, List.of(container.get()));
        }
    }
}
