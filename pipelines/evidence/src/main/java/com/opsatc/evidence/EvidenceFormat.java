package com.opsatc.evidence;

import com.opsatc.contract.claim.EvidenceColumns;
import java.util.List;
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
    private static final ArrowType LONG = new ArrowType.Int(64, true);

    /** As vectors hold it: digests as codes. */
    static final Schema SCHEMA = new Schema(List.of(
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
            list(EvidenceColumns.MORE_FILES, code(ITEM, false)),
            list(EvidenceColumns.MORE_ROWS, field(ITEM, LONG, false)),
            list(EvidenceColumns.MORE_KEYS, field(ITEM, ArrowType.Utf8.INSTANCE, true))));

    private EvidenceFormat() {}

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
