package com.opsatc.process.admit.parquet;

import com.opsatc.connector.format.RefusedFile;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Puts the values of a Parquet record together as texts, null for none; a list is the text that a CSV file would hold. */
final class ParquetRow extends RecordMaterializer<String[]> {
    private final Columns root;
    private final int cellBytes;

    /**
     * @param listed by column: whether it may be a list
     * @throws RefusedFile naming a column that is nested otherwise, or whose type has no text
     */
    ParquetRow(MessageType schema, List<Boolean> listed, int cellBytes) throws RefusedFile {
        this.cellBytes = cellBytes;
        this.root = new Columns(schema.getFieldCount());
        for (int i = 0; i < schema.getFieldCount(); i++) {
            Type type = schema.getType(i);
            Converter converter = type.isPrimitive() && !type.isRepetition(Type.Repetition.REPEATED)
                    ? new ParquetText(type.getName(), type.asPrimitiveType(), cellBytes, root.into(i))
                    : list(type, listed.get(i), root.into(i));
            root.converters.add(converter);
        }
    }

    @Override
    public String[] getCurrentRecord() {
        return root.values;
    }

    @Override
    public GroupConverter getRootConverter() {
        return root;
    }

    /** A list of three levels or two, as old writers have it; anything else nested has no text. */
    private Converter list(Type type, boolean allowed, java.util.function.Consumer<String> to) throws RefusedFile {
        boolean list = !type.isPrimitive()
                && type.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation
                && type.asGroupType().getFieldCount() == 1;
        if (!allowed || !list) {
            throw new RefusedFile(RefusedFile.NESTED_COLUMN + ":" + type.getName());
        }

        Type repeated = type.asGroupType().getType(0);
        Type element = repeated.isPrimitive() ? repeated : only(type.getName(), repeated.asGroupType());
        ListOfTexts items = new ListOfTexts(to, cellBytes);
        Converter texts = new ParquetText(type.getName(), element.asPrimitiveType(), cellBytes, items::item);
        items.only = repeated.isPrimitive() ? texts : new Item(items, texts);
        return items;
    }

    private static Type only(String column, GroupType repeated) throws RefusedFile {
        if (repeated.getFieldCount() != 1 || !repeated.getType(0).isPrimitive()) {
            throw new RefusedFile(RefusedFile.NESTED_COLUMN + ":" + column);
        }

        return repeated.getType(0);
    }

    private static final class Columns extends GroupConverter {
        private final List<Converter> converters = new ArrayList<>();
        private final int width;
        private String[] values;

        Columns(int width) {
            this.width = width;
        }

        java.util.function.Consumer<String> into(int column) {
            return text -> values[column] = text;
        }

        @Override
        public Converter getConverter(int field) {
            return converters.get(field);
        }

        @Override
        public void start() {
            values = new String[width];
        }

        @Override
        public void end() {}
    }

    /** {@code ["a", "b"]}; an item that cannot be written so, and one that is null, makes the whole no list. */
    private static final class ListOfTexts extends GroupConverter {
        private final java.util.function.Consumer<String> to;
        private final int most;
        private final StringBuilder text = new StringBuilder();
        private Converter only;

        ListOfTexts(java.util.function.Consumer<String> to, int most) {
            this.to = to;
            this.most = most;
        }

        void item(String item) {
            char quote = item.indexOf('"') < 0 ? '"' : '\'';
            text.append(text.length() == 1 ? "" : ", ");
            text.append(item.indexOf(quote) < 0 ? quote + item + quote : "?");
            if (text.length() > most) {
                throw new UncheckedIOException(new RefusedFile(RefusedFile.RECORD_TOO_LONG));
            }
        }

        void none() {
            text.append(text.length() == 1 ? "" : ", ").append('?');
        }

        @Override
        public Converter getConverter(int field) {
            return only;
        }

        @Override
        public void start() {
            text.setLength(0);
            text.append('[');
        }

        @Override
        public void end() {
            to.accept(text.append(']').toString());
        }
    }

    private static final class Item extends GroupConverter {
        private final ListOfTexts list;
        private final Converter value;
        private int before;

        Item(ListOfTexts list, Converter value) {
            this.list = list;
            this.value = value;
        }

        @Override
        public Converter getConverter(int field) {
            return value;
        }

        @Override
        public void start() {
            before = list.text.length();
        }

        @Override
        public void end() {
            if (list.text.length() == before) {
                list.none();
            }
        }
    }
}
