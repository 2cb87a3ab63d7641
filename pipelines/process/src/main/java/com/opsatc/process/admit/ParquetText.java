package com.opsatc.process.admit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/**
 * A value of a Parquet file as text: instants in ISO 8601 with an offset where the file says that they are in UTC and
 * without where it says local, numbers with a decimal point.
 */
final class ParquetText {
    private static final long JULIAN_EPOCH_DAY = 2_440_588;

    private ParquetText() {}

    /** Empty for null; nested and repeated values are not supported and fail. */
    static Optional<String> of(Group row, int field) {
        Type type = row.getType().getType(field);
        if (!type.isPrimitive() || type.isRepetition(Type.Repetition.REPEATED)) {
            throw new UnsupportedOperationException("column " + type.getName() + " is nested");
        }

        return row.getFieldRepetitionCount(field) == 0 ? Optional.empty() : Optional.of(text(row, field, type));
    }

    private static String text(Group row, int field, Type type) {
        LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
        PrimitiveTypeName physical = type.asPrimitiveType().getPrimitiveTypeName();
        if (logical instanceof TimestampLogicalTypeAnnotation stamp) {
            Instant instant = Instant.EPOCH.plus(row.getLong(field, 0), unit(stamp.getUnit()));
            return stamp.isAdjustedToUTC()
                    ? instant.toString()
                    : instant.atOffset(ZoneOffset.UTC).toLocalDateTime().toString();
        }
        if (logical instanceof DateLogicalTypeAnnotation) {
            return LocalDate.ofEpochDay(row.getInteger(field, 0)).toString();
        }
        if (logical instanceof TimeLogicalTypeAnnotation time) {
            long count = physical == PrimitiveTypeName.INT32 ? row.getInteger(field, 0) : row.getLong(field, 0);
            return LocalTime.MIDNIGHT.plus(count, unit(time.getUnit())).toString();
        }
        if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
            return new BigDecimal(unscaled(row, field, physical), decimal.getScale()).toPlainString();
        }

        return switch (physical) {
            case INT96 -> julian(row.getInt96(field, 0).getBytes());
            case DOUBLE -> number(row.getDouble(field, 0));
            case FLOAT -> number(row.getFloat(field, 0));
            case BINARY, FIXED_LEN_BYTE_ARRAY -> row.getBinary(field, 0).toStringUsingUTF8();
            default -> row.getValueToString(field, 0);
        };
    }

    private static BigInteger unscaled(Group row, int field, PrimitiveTypeName physical) {
        return switch (physical) {
            case INT32 -> BigInteger.valueOf(row.getInteger(field, 0));
            case INT64 -> BigInteger.valueOf(row.getLong(field, 0));
            default -> new BigInteger(row.getBinary(field, 0).getBytes());
        };
    }

    private static String number(double value) {
        return Double.isFinite(value) ? new BigDecimal(Double.toString(value)).toPlainString() : "not a number";
    }

    private static String number(float value) {
        return Float.isFinite(value) ? new BigDecimal(Float.toString(value)).toPlainString() : "not a number";
    }

    /** The timestamp of old writers: nanoseconds of the day, then the Julian day, in UTC. */
    private static String julian(byte[] bytes) {
        ByteBuffer twelve = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long nanos = twelve.getLong();
        long day = Integer.toUnsignedLong(twelve.getInt());
        return Instant.EPOCH
                .plus(day - JULIAN_EPOCH_DAY, ChronoUnit.DAYS)
                .plusNanos(nanos)
                .toString();
    }

    private static ChronoUnit unit(TimeUnit unit) {
        return switch (unit) {
            case MILLIS -> ChronoUnit.MILLIS;
            case MICROS -> ChronoUnit.MICROS;
            case NANOS -> ChronoUnit.NANOS;
        };
    }
}
