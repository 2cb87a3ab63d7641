package com.opsatc.connector.value;

/** Codes for why a text is not of its column's type; a quarantined row's reason is the code, a colon, and the column. */
public final class Failure {
    /** The text is not of the type, or not in one of the column's formats. */
    public static final String TYPE = "type";
    /** A number where a time stands, and the column declares no notation that counts. */
    public static final String NUMBER = "number";
    /** A time with a zone's abbreviation that has several meanings, or none that is known. */
    public static final String ZONE = "zone";

    private Failure() {}
}
