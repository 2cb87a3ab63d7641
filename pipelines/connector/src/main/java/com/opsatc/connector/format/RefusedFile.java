package com.opsatc.connector.format;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.quality.Reason;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.csv.CSVException;

/** A file that is broken as a whole, or not what its stream declares: none of its rows may be read. */
public final class RefusedFile extends IOException {
    private static final long serialVersionUID = 1L;

    /** The compressed bytes end too early. */
    public static final String TRUNCATED_GZIP = "truncated-gzip";
    /** The compressed bytes are damaged. */
    public static final String CORRUPT_GZIP = "corrupt-gzip";
    /** After the end of a compressed member stand bytes that are neither another member nor nothing. */
    public static final String GARBAGE_AFTER_GZIP = "garbage-after-gzip";
    /** The bytes are not text of the declared character set. */
    public static final String WRONG_ENCODING = "wrong-encoding";
    /** A quote is open at the end of the file; followed by {@code :row|line} of where its record begins. */
    public static final String QUOTE_NOT_CLOSED = "quote-not-closed";
    /** Text follows a closing quote; followed by {@code :row|line}. */
    public static final String BROKEN_QUOTE = "broken-quote";
    /** The text is not well-formed XML; followed by {@code :line}. */
    public static final String BROKEN_XML = "broken-xml";
    /** The text is not well-formed JSON; followed by {@code :line}. */
    public static final String BROKEN_JSON = "broken-json";
    /** The bytes begin as SQLite and do not hold what they claim. */
    public static final String DAMAGED_SQLITE = "damaged-sqlite";
    /** A table of an SQLite database is stored in the order of its key. */
    public static final String TABLE_WITHOUT_ROWID = "table-without-rowid";
    /** An object-centric log whose relations take more memory than a file may. */
    public static final String LOG_TOO_LARGE = "log-too-large";
    /** An object type of a log stands for people, as far as its name tells; followed by {@code :type}. */
    public static final String PERSON_TYPE = "person-type";
    /** A log has no object of the type that is the case; followed by {@code :type|types that it has}. */
    public static final String NO_OBJECT_TYPE = "no-object-type";
    /** The text or the bytes do not parse as the declared format. */
    public static final String NOT_DECLARED_FORMAT = "not-declared-format";
    /** The bytes begin as Parquet and do not hold what they claim. */
    public static final String DAMAGED_PARQUET = "damaged-parquet";
    /** A column that is read is compressed in a way that this reader has not; followed by {@code :codec}. */
    public static final String PARQUET_CODEC = "parquet-codec";
    /** A column that is read as one value holds lists, maps or structures; followed by {@code :column}. */
    public static final String NESTED_COLUMN = "nested-column";
    /** A column that is read has a type without a text, or with digits beyond all measure; followed by {@code :column}. */
    public static final String UNREADABLE_COLUMN = "unreadable-column";
    /** A required column is not in the header; followed by {@code :header}. */
    public static final String MISSING_COLUMN = "missing-column";
    /** A column that is read stands twice in the header; followed by {@code :header}. */
    public static final String AMBIGUOUS_COLUMN = "ambiguous-column";
    /** An XML document that declares a document type, which can name other files and grow without end. */
    public static final String DOCTYPE_REFUSED = "doctype-refused";
    /** Decompression gave more than a hundred times the bytes. */
    public static final String TOO_LARGE_RATIO = "too-large-ratio";
    /** A record longer than any real one, such as what follows an open quote. */
    public static final String RECORD_TOO_LONG = "record-too-long";
    /** The header of a CSV file has more columns than any real one; followed by {@code :columns}. */
    public static final String TOO_MANY_COLUMNS = "too-many-columns";
    /** The events of an XES trace that wait for an attribute behind them take more memory than a file may. */
    public static final String TRACE_TOO_LONG = "trace-too-long";
    /** The file changed between two looks at it. */
    public static final String CHANGED_WHILE_READING = "changed-while-reading";
    /** The file has a second name, a hard link: it may be somebody else's. */
    public static final String LINKED_FILE = "linked-file";
    /** The file's name is not text of the locale's character set, so that it would not be found again. */
    public static final String NAME_NOT_TEXT = "name-not-text";
    /** The file takes more memory than the run has. */
    public static final String OUT_OF_MEMORY = "out-of-memory";
    /** The reader failed in a way that it should not; followed by {@code :kind of failure}. */
    public static final String READER_FAILED = "reader-failed";
    /** The operating system could not read it. */
    public static final String UNREADABLE = "unreadable";
    /** No stream of the connector has a name pattern that fits. */
    public static final String NO_STREAM = "no-stream";

    private final String reason;

    public RefusedFile(String reason) {
        super("Cannot read the extract file: " + requireNonNull(reason, "reason"));
        this.reason = reason;
    }

    /** @param parameters what the code speaks of, such as a column; cut where they are long */
    public RefusedFile(String code, List<String> parameters) {
        this(Reason.of(code, parameters));
    }

    /** The code of what is wrong, with its parameters. */
    public String reason() {
        return reason;
    }

    /** What a failure while reading means for the file; a failure that says nothing about it is unreadable. */
    public static RefusedFile of(Throwable failure) {
        String reason = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            reason = reasonOf(cause).orElse(reason);
            if (cause instanceof RefusedFile) {
                break;
            }
        }

        RefusedFile refused = new RefusedFile(reason == null ? UNREADABLE : reason);
        refused.initCause(failure);
        return refused;
    }

    private static Optional<String> reasonOf(Throwable cause) {
        if (cause instanceof RefusedFile refused) {
            return Optional.of(refused.reason);
        }
        if (cause instanceof CharacterCodingException || cause instanceof java.io.CharConversionException) {
            return Optional.of(WRONG_ENCODING);
        }
        if (cause instanceof XMLStreamException xml && xml.getLocation() != null) {
            return Optional.of(Reason.of(
                    BROKEN_XML, List.of(String.valueOf(xml.getLocation().getLineNumber()))));
        }
        if (cause instanceof CSVException || cause instanceof XMLStreamException) {
            return Optional.of(NOT_DECLARED_FORMAT);
        }

        return Optional.empty();
    }
}
