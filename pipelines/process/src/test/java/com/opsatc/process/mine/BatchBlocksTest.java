package com.opsatc.process.mine;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.kernel.log.EventColumns;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.execution.vectorized.OnHeapColumnVector;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarArray;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.sql.vectorized.ColumnarMap;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

class BatchBlocksTest {
    private static final ViewOrdinals ORDINALS = new ViewOrdinals(0, 1, 2, -1, 3, 4, -1, -1);

    @Test
    void next_columnsWithStarts_tellsThemFromThoseThatAreNotRecorded() {
        BatchBlocks blocks = blocks(batch(longs(null, 11L, null, 13L)));

        EventColumns columns = blocks.next();
        assertThat(Arrays.copyOf(columns.startsUs(), columns.rows()))
                .containsExactly(EventColumns.UNKNOWN, 11, EventColumns.UNKNOWN, 13);
        assertThat(Arrays.copyOf(columns.completesUs(), columns.rows())).containsExactly(20, 21, 22, 23);
        assertThat(blocks.next()).isNull();
    }

    @Test
    void next_batchThatCountsNullsOfRowsThatAreGone_takesTheStartsThatAreThere() {
        BatchBlocks blocks = blocks(batch(new CountsMoreNulls(longs(10L, 11L, 12L, 13L))));

        EventColumns columns = blocks.next();
        assertThat(Arrays.copyOf(columns.startsUs(), columns.rows())).containsExactly(10, 11, 12, 13);
    }

    @Test
    void next_emptyBatchesAndShorterOnes_givesTheRowsOfEach() {
        ColumnarBatch none = batch(longs(null, null, null, null));
        none.setNumRows(0);
        ColumnarBatch one = batch(longs(7L, null, null, null));
        one.setNumRows(1);
        BatchBlocks blocks = blocks(none, batch(longs(1L, 2L, 3L, 4L)), one);

        assertThat(blocks.next().rows()).isEqualTo(4);
        EventColumns columns = blocks.next();
        assertThat(columns.rows()).isEqualTo(1);
        assertThat(columns.startsUs()[0]).isEqualTo(7);
        assertThat(blocks.next()).isNull();
    }

    @Test
    void next_classesAndRests_areOfTheView() {
        OnHeapColumnVector bytes = new OnHeapColumnVector(2, DataTypes.BinaryType);
        bytes.appendByteArray(new byte[] {1, 2}, 0, 2);
        bytes.appendByteArray(new byte[0], 0, 0);
        ColumnarBatch instances = new ColumnarBatch(
                new ColumnVector[] {
                    longs(5L, 5L), ints(0, ~1), ints(0, 1), longs(1L, 2L), longs(8L, 9L), longs(3L, 0L), bytes
                },
                2);
        EventColumns columns =
                new BatchBlocks(List.of(instances).iterator(), new ViewOrdinals(0, 1, 2, -1, 3, 4, 5, 6)).next();

        assertThat(Arrays.copyOf(columns.suspendedUs(), 2)).containsExactly(3, 0);
        assertThat(columns.rests()[0]).containsExactly(1, 2);
        assertThat(columns.rests()[1]).isEmpty();
        ColumnarBatch classified = new ColumnarBatch(
                new ColumnVector[] {longs(5L), ints(~0), ints(4), longs((Long) null), longs(8L), ints(7)}, 1);
        EventColumns classes =
                new BatchBlocks(List.of(classified).iterator(), new ViewOrdinals(0, 1, 2, 5, 3, 4, -1, -1)).next();
        assertThat(classes.activities()[0]).isEqualTo(4);
        assertThat(classes.classes()[0]).isEqualTo(7);
    }

    private static BatchBlocks blocks(ColumnarBatch... batches) {
        return new BatchBlocks(List.of(batches).iterator(), ORDINALS);
    }

    /** Four rows of one case, complete from 20 on. */
    private static ColumnarBatch batch(ColumnVector starts) {
        return new ColumnarBatch(
                new ColumnVector[] {
                    longs(5L, 5L, 5L, 5L), ints(0, 1, 2, ~3), ints(0, 1, 0, 1), starts, longs(20L, 21L, 22L, 23L)
                },
                4);
    }

    private static OnHeapColumnVector longs(Long... values) {
        OnHeapColumnVector vector = new OnHeapColumnVector(values.length, DataTypes.LongType);
        for (Long value : values) {
            if (value == null) {
                vector.appendNull();
            } else {
                vector.appendLong(value);
            }
        }
        return vector;
    }

    private static OnHeapColumnVector ints(int... values) {
        OnHeapColumnVector vector = new OnHeapColumnVector(values.length, DataTypes.IntegerType);
        for (int value : values) {
            vector.appendInt(value);
        }
        return vector;
    }

    /** As a vector whose rows are thinned out by deletes: it counts the nulls of all rows that were there. */
    private static final class CountsMoreNulls extends ColumnVector {
        private final ColumnVector rows;

        CountsMoreNulls(ColumnVector rows) {
            super(rows.dataType());
            this.rows = rows;
        }

        @Override
        public int numNulls() {
            return 4;
        }

        @Override
        public boolean hasNull() {
            return true;
        }

        @Override
        public boolean isNullAt(int row) {
            return rows.isNullAt(row);
        }

        @Override
        public long getLong(int row) {
            return rows.getLong(row);
        }

        @Override
        public void close() {
            rows.close();
        }

        @Override
        public boolean getBoolean(int row) {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte getByte(int row) {
            throw new UnsupportedOperationException();
        }

        @Override
        public short getShort(int row) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int getInt(int row) {
            throw new UnsupportedOperationException();
        }

        @Override
        public float getFloat(int row) {
            throw new UnsupportedOperationException();
        }

        @Override
        public double getDouble(int row) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ColumnarArray getArray(int row) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ColumnarMap getMap(int row) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Decimal getDecimal(int row, int precision, int scale) {
            throw new UnsupportedOperationException();
        }

        @Override
        public UTF8String getUTF8String(int row) {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] getBinary(int row) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ColumnVector getChild(int ordinal) {
            throw new UnsupportedOperationException();
        }
    }
}
