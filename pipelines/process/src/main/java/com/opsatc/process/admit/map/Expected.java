package com.opsatc.process.admit.map;

import java.util.function.Predicate;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampType;

/** What an expression of a connector is for, by the types that may be. */
public enum Expected {
    /** When something happened. */
    MOMENT("an instant or a date", type -> type instanceof TimestampType || type instanceof DateType),
    /** Whether a row counts. */
    CONDITION("true or false", type -> type instanceof BooleanType),
    /** What is called something, or several things. */
    NAMES(
            "one value or a list of them",
            type -> type instanceof ArrayType list ? isOne(list.elementType()) : isOne(type)),
    VALUE("one value", Expected::isOne);

    private final String words;
    private final Predicate<DataType> fits;

    Expected(String words, Predicate<DataType> fits) {
        this.words = words;
        this.fits = fits;
    }

    public String words() {
        return words;
    }

    public boolean fits(DataType type) {
        return fits.test(type);
    }

    /** Whether values of two types can be equal without one being read as the other, which would fail on some row. */
    static boolean comparable(DataType one, DataType other) {
        return one.equals(other) || one instanceof NumericType && other instanceof NumericType;
    }

    public static String word(DataType type) {
        if (type instanceof StringType) {
            return "a text";
        }
        if (type instanceof NumericType) {
            return "a number";
        }
        if (type instanceof TimestampType) {
            return "an instant";
        }
        if (type instanceof DateType) {
            return "a date";
        }
        if (type instanceof BooleanType) {
            return "true or false";
        }

        return type instanceof ArrayType ? "a list" : type.typeName();
    }

    private static boolean isOne(DataType type) {
        return !(type instanceof ArrayType || type instanceof MapType || type instanceof StructType);
    }
}
