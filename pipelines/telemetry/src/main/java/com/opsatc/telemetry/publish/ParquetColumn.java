package com.opsatc.telemetry.publish;

import java.math.BigDecimal;
import java.time.LocalDate;
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
 * <p>Decimals are exact, {@code DECIMAL(18, 6)}: what is read again is what was computed, which no floating point promises.
 */
record ParquetColumn<R>(PrimitiveType type, Function<R, Object> value, Writer writer) {
    static final int DECIMALS = 6;
    private static final int DIGITS = 18;

    /** Adds one value that is not null. */
    @FunctionalInterface
    interface Writer {
        void write(Object value, RecordConsumer out);
    }

    static <R> ParquetColumn<R> text(String name, Function<R, ?> value) {
        return text(name, value, Repetition.REQUIRED);
    }

    static <R> ParquetColumn<R> optionalText(String name, Function<R, ?> value) {
        return text(name, value, Repetition.OPTIONAL);
    }

    static <R> ParquetColumn<R> day(String name, Function<R, LocalDate> value) {
        PrimitiveType type = Types.primitive(PrimitiveTypeName.INT32, Repetition.REQUIRED)
                .as(LogicalTypeAnnotation.dateType())
                .named(name);
        return new ParquetColumn<>(
                type, value::apply, (day, out) -> out.addInteger(Math.toIntExact(((LocalDate) day).toEpochDay())));
    }

    static <R> ParquetColumn<R> number(String name, Function<R, Integer> value) {
        PrimitiveType type =
                Types.primitive(PrimitiveTypeName.INT32, Repetition.REQUIRED).named(name);
        return new ParquetColumn<>(type, value::apply, (number, out) -> out.addInteger((Integer) number));
    }

    static <R> ParquetColumn<R> whole(String name, Function<R, Long> value) {
        return whole(name, value, Repetition.REQUIRED);
    }

    static <R> ParquetColumn<R> optionalWhole(String name, Function<R, Long> value) {
        return whole(name, value, Repetition.OPTIONAL);
    }

    static <R> ParquetColumn<R> optionalDecimal(String name, Function<R, BigDecimal> value) {
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
