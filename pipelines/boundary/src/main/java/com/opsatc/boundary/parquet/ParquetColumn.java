package com.opsatc.boundary.parquet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Function;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/**
 * A column of a Parquet table: its name and type, the value of a row, and how a value is written.
 *
 * <p>Decimals are exact, {@code DECIMAL(18, 6)} or, where sums of microseconds must fit, {@code DECIMAL(38, 6)}: what is read
 * again is what was computed, which no floating point promises.
 */
public record ParquetColumn<R>(PrimitiveType type, Function<R, Object> value, Writer writer) {
    static final int DECIMALS = 6;
    private static final int DIGITS = 18;
    private static final int WIDE_DIGITS = 38;
    private static final int WIDE_BYTES = 16;

    /** Adds one value that is not null. */
    @FunctionalInterface
    public interface Writer {
        void write(Object value, RecordConsumer out);
    }

    public static <R> ParquetColumn<R> text(String name, Function<R, ?> value) {
        return text(name, value, Repetition.REQUIRED);
    }

    public static <R> ParquetColumn<R> optionalText(String name, Function<R, ?> value) {
        return text(name, value, Repetition.OPTIONAL);
    }

    public static <R> ParquetColumn<R> day(String name, Function<R, LocalDate> value) {
        return day(name, value, Repetition.REQUIRED);
    }

    public static <R> ParquetColumn<R> optionalDay(String name, Function<R, LocalDate> value) {
        return day(name, value, Repetition.OPTIONAL);
    }

    private static <R> ParquetColumn<R> day(String name, Function<R, LocalDate> value, Repetition repetition) {
        PrimitiveType type = Types.primitive(PrimitiveTypeName.INT32, repetition)
                .as(LogicalTypeAnnotation.dateType())
                .named(name);
        return new ParquetColumn<>(
                type, value::apply, (day, out) -> out.addInteger(Math.toIntExact(((LocalDate) day).toEpochDay())));
    }

    public static <R> ParquetColumn<R> number(String name, Function<R, Integer> value) {
        PrimitiveType type =
                Types.primitive(PrimitiveTypeName.INT32, Repetition.REQUIRED).named(name);
        return new ParquetColumn<>(type, value::apply, (number, out) -> out.addInteger((Integer) number));
    }

    public static <R> ParquetColumn<R> whole(String name, Function<R, Long> value) {
        return whole(name, value, Repetition.REQUIRED);
    }

    public static <R> ParquetColumn<R> optionalWhole(String name, Function<R, Long> value) {
        return whole(name, value, Repetition.OPTIONAL);
    }

    public static <R> ParquetColumn<R> optionalDecimal(String name, Function<R, BigDecimal> value) {
        PrimitiveType type = Types.primitive(PrimitiveTypeName.INT64, Repetition.OPTIONAL)
                .as(LogicalTypeAnnotation.decimalType(DECIMALS, DIGITS))
                .named(name);
        return new ParquetColumn<>(
                type,
                value::apply,
                (decimal, out) -> out.addLong(((BigDecimal) decimal)
                        .setScale(DECIMALS)
                        .unscaledValue()
                        .longValueExact()));
    }

    public static <R> ParquetColumn<R> optionalWideDecimal(String name, Function<R, BigDecimal> value) {
        PrimitiveType type = Types.primitive(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY, Repetition.OPTIONAL)
                .length(WIDE_BYTES)
                .as(LogicalTypeAnnotation.decimalType(DECIMALS, WIDE_DIGITS))
                .named(name);
        return new ParquetColumn<>(type, value::apply, (decimal, out) -> out.addBinary(wide((BigDecimal) decimal)));
    }

    /** Big-endian, in two's complement, as long for every value. */
    private static Binary wide(BigDecimal decimal) {
        byte[] digits = decimal.setScale(DECIMALS).unscaledValue().toByteArray();
        byte[] bytes = new byte[WIDE_BYTES];
        Arrays.fill(bytes, (byte) (decimal.signum() < 0 ? -1 : 0));
        System.arraycopy(digits, 0, bytes, WIDE_BYTES - digits.length, digits.length);
        return Binary.fromConstantByteArray(bytes);
    }

    private static <R> ParquetColumn<R> text(String name, Function<R, ?> value, Repetition repetition) {
        PrimitiveType type = Types.primitive(PrimitiveTypeName.BINARY, repetition)
                .as(LogicalTypeAnnotation.stringType())
                .named(name);
        return new ParquetColumn<>(
                type, value::apply, (text, out) -> out.addBinary(Binary.fromString(text.toString())));
    }

    private static <R> ParquetColumn<R> whole(String name, Function<R, Long> value, Repetition repetition) {
        PrimitiveType type =
                Types.primitive(PrimitiveTypeName.INT64, repetition).named(name);
        return new ParquetColumn<>(type, value::apply, (whole, out) -> out.addLong((Long) whole));
    }
}
