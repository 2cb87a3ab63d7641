package com.opsatc.evidence;

import com.opsatc.contract.claim.EvidenceColumns;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * An evidence document as an Arrow IPC stream: file digests stand in one dictionary, since many rows cite few files.
 */
final class EvidenceFormat {
    static final long FILES = 1;
    /** Enough for the largest batch and its dictionary; a document that wants more is not one of ours. */
    static final long MEMORY = 256L << 20;

    private static final DictionaryEncoding FILE_CODE =
            new DictionaryEncoding(FILES, /* ordered= */ true, new ArrowType.Int(32, true));
    private static final String ITEM = "item";
    private static final String VERSION_KEY = "opsatc.evidence.version";
    /** Raised with the columns. */
    private static final String VERSION = "3";

    private static final ArrowType LONG = new ArrowType.Int(64, true);

    /** As vectors hold it: digests as codes. */
    static final Schema SCHEMA = new Schema(
            List.of(
                    field(EvidenceColumns.RECORD, ArrowType.Utf8.INSTANCE, false),
                    field(EvidenceColumns.SYSTEM, ArrowType.Utf8.INSTANCE, false),
                    code(EvidenceColumns.FILE, false),
                    field(EvidenceColumns.ROW, LONG, false),
                    field(EvidenceColumns.KEY, ArrowType.Utf8.INSTANCE, true),
                    code(EvidenceColumns.TO_FILE, true),
                    field(EvidenceColumns.TO_ROW, LONG, true),
                    field(EvidenceColumns.TO_KEY, ArrowType.Utf8.INSTANCE, true),
                    field(EvidenceColumns.DATE, new ArrowType.Date(DateUnit.DAY), false),
                    field(EvidenceColumns.CONTRIBUTION, LONG, false),
                    field(EvidenceColumns.WEIGHT, LONG, false),
                    field(EvidenceColumns.CENSORED, ArrowType.Bool.INSTANCE, false),
                    list(EvidenceColumns.MORE_FILES, code(ITEM, false)),
                    list(EvidenceColumns.MORE_ROWS, field(ITEM, LONG, false)),
                    list(EvidenceColumns.MORE_KEYS, field(ITEM, ArrowType.Utf8.INSTANCE, true)),
                    list(EvidenceColumns.ATTRIBUTES, field(ITEM, ArrowType.Utf8.INSTANCE, false)),
                    list(EvidenceColumns.ATTRIBUTE_VALUES, field(ITEM, ArrowType.Utf8.INSTANCE, false))),
            Map.of(VERSION_KEY, VERSION));

    private EvidenceFormat() {}

    /** Fails (store) for a document that an earlier build wrote, and for one that is none of ours. */
    static void require(Schema found) {
        if (found.equals(SCHEMA)) {
            return;
        }

        if (found.getFields().stream().anyMatch(field -> field.getName().equals(EvidenceColumns.CONTRIBUTION))) {
            throw new PipelineException(
                    ErrorCode.STORE,
                    "Cannot read an evidence document: it is of version "
                            + found.getCustomMetadata().getOrDefault(VERSION_KEY, "1")
                            + ", and this build reads version "
                            + VERSION + "; run the tenant again");
        }
        throw unreadable(null);
    }

    static PipelineException unreadable(Exception cause) {
        return new PipelineException(
                ErrorCode.STORE,
                "Cannot read an evidence document: it is cut, or no evidence document; run the tenant again",
                cause);
    }

    static DictionaryEncoding fileCode() {
        return FILE_CODE;
    }

    private static Field field(String name, ArrowType type, boolean nullable) {
        return new Field(name, new FieldType(nullable, type, null), null);
    }

    private static Field list(String name, Field item) {
        return new Field(name, FieldType.notNullable(ArrowType.List.INSTANCE), List.of(item));
    }

    private static Field code(String name, boolean nullable) {
        return new Field(name, new FieldType(nullable, FILE_CODE.getIndexType(), FILE_CODE), null);
    }
}
