package com.opsatc.process.admit.parquet;

import com.opsatc.connector.format.RefusedFile;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UUIDLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * The values of a Parquet column as the text that a CSV file would hold: instants in ISO 8601 with an offset where the file
 * says that they are in UTC and without where it says local, numbers plain and without zeros that say nothing ({@code 7337}
 * for 7337.0), UUIDs in their 36 letters. A value out of its type's range gives a text that is of no type.
 */
final class ParquetText extends PrimitiveConverter {
    private static final long JULIAN_EPOCH_DAY = 2_440_588;
    private static final long NANOS_OF_DAY = 86_400_000_000_000L;
    /** Far beyond any number of a system of record; the text of a decimal has as many digits as its scale. */
    private static final int MOST_DIGITS = 100;

    private static final String NO_NUMBER = "not a number";
    private static final String NO_TIME = "not a time of day";

    private final LogicalTypeAnnotation logical;
    private final PrimitiveTypeName physical;
    private final int cellBytes;
    private final Consumer<String> to;

    /** @throws RefusedFile naming the column when its type has no text */
    ParquetText(String column, PrimitiveType type, int cellBytes, Consumer<String> to) throws RefusedFile {
        this.logical = type.getLogicalTypeAnnotation();
        this.physical = type.getPrimitiveTypeName();
        this.cellBytes = cellBytes;
        this.to = to;
        boolean wild = logical instanceof DecimalLogicalTypeAnnotation decimal
                && (decimal.getScale() < 0 || decimal.getScale() > MOST_DIGITS || decimal.getPrecision() > MOST_DIGITS);
        boolean bytes = logical instanceof LogicalTypeAnnotation.BsonLogicalTypeAnnotation
                || logical instanceof LogicalTypeAnnotation.IntervalLogicalTypeAnnotation;
        if (wild || bytes) {
            throw new RefusedFile(RefusedFile.UNREADABLE_COLUMN + ":" + column);
        }
    }

    @Override
    public void addBinary(Binary value) {
        if (value.length() > cellBytes) {
            throw new UncheckedIOException(new RefusedFile(RefusedFile.RECORD_TOO_LONG));
        }
        if (logical instanceof UUIDLogicalTypeAnnotation) {
            ByteBuffer halves = value.toByteBuffer();
            to.accept(new UUID(halves.getLong(), halves.getLong()).toString());
        } else if (logical instanceof DecimalLogicalTypeAnnotation) {
            to.accept(decimal(new BigInteger(value.getBytes())));
        } else if (physical == PrimitiveTypeName.INT96) {
            to.accept(julian(value.getBytes()));
        } else {
            to.accept(strict(value));
        }
    }

    @Override
    public void addInt(int value) {
        if (logical instanceof DateLogicalTypeAnnotation) {
            to.accept(LocalDate.ofEpochDay(value).toString());
        } else if (logical instanceof TimeLogicalTypeAnnotation time) {
            to.accept(timeOfDay(value, time.getUnit()));
        } else if (logical instanceof DecimalLogicalTypeAnnotation) {
            to.accept(decimal(BigInteger.valueOf(value)));
        } else {
            to.accept(unsigned() ? Integer.toUnsignedString(value) : Integer.toString(value));
        }
    }

    @Override
    public void addLong(long value) {
        if (logical instanceof TimestampLogicalTypeAnnotation stamp) {
            Instant instant = Instant.EPOCH.plus(value, unit(stamp.getUnit()));
            to.accept(
                    stamp.isAdjustedToUTC()
                            ? instant.toString()
                            : instant.atOffset(ZoneOffset.UTC).toLocalDateTime().toString());
        } else if (logical instanceof TimeLogicalTypeAnnotation time) {
            to.accept(timeOfDay(value, time.getUnit()));
        } else if (logical instanceof DecimalLogicalTypeAnnotation) {
            to.accept(decimal(BigInteger.valueOf(value)));
        } else {
            to.accept(unsigned() ? Long.toUnsignedString(value) : Long.toString(value));
        }
    }

    @Override
    public void addDouble(double value) {
        to.accept(Double.isFinite(value) ? plain(Double.toString(value)) : NO_NUMBER);
    }

    @Override
    public void addFloat(float value) {
        to.accept(Float.isFinite(value) ? plain(Float.toString(value)) : NO_NUMBER);
    }

    @Override
    public void addBoolean(boolean value) {
        to.accept(Boolean.toString(value));
    }

    private boolean unsigned() {
        return logical instanceof IntLogicalTypeAnnotation integer && !integer.isSigned();
    }

    private String decimal(BigInteger unscaled) {
        return new BigDecimal(unscaled, ((DecimalLogicalTypeAnnotation) logical).getScale()).toPlainString();
    }

    private static String plain(String number) {
        BigDecimal exact = new BigDecimal(number);
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }

    private static String strict(Binary value) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(value.toByteBuffer())
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String timeOfDay(long count, TimeUnit unit) {
        long each = unit(unit).getDuration().toNanos();
        return count < 0 || count >= NANOS_OF_DAY / each
                ? NO_TIME
                : LocalTime.ofNanoOfDay(count * each).toString();
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
