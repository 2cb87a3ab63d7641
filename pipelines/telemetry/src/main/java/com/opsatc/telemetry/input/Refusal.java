package com.opsatc.telemetry.input;

/** Why something that was read does not count; each record that is refused has exactly one reason. */
public enum Refusal {
    /** Binary or compressed collector output, each message after its length. */
    FILE_LENGTH_PREFIXED(Level.FILE),
    /** A gzip file that ends early or is damaged: nothing of it counts. */
    FILE_TRUNCATED(Level.FILE),
    /** A file of the same bytes is read already. */
    FILE_REPEATED(Level.FILE),
    /** Longer than 4 MiB. */
    LINE_TOO_LONG(Level.LINE),
    /** Nested deeper than 32 levels, or with a number of more than 100 digits. */
    LINE_TOO_DEEP(Level.LINE),
    LINE_NOT_UTF8(Level.LINE),
    /** Not one JSON object of OTLP, or not a line of the adapter's form. */
    LINE_MALFORMED(Level.LINE),
    /** A record, or what is left of a resource, that has not OTLP's form; the rest of its line counts. */
    MALFORMED(Level.POINT),
    /** A metric, span kind or log event that the manifest does not declare. */
    NOT_DECLARED(Level.POINT),
    /** A declared metric that is no histogram. */
    NOT_A_HISTOGRAM(Level.POINT),
    /** A histogram whose unit is not {@code s}. */
    NOT_IN_SECONDS(Level.POINT),
    /** A running total: it would count operations again. */
    CUMULATIVE(Level.POINT),
    /** A histogram that does not say whether it is a delta or a running total. */
    NO_TEMPORALITY(Level.POINT),
    /** A histogram that cannot be put into the manifest's buckets without guessing. */
    UNBINNABLE(Level.POINT),
    /** Bucket counts that do not fit the bounds, the count, or 0 to 2^40. */
    BAD_COUNTS(Level.POINT),
    /** No time, one before 1970 or after 2099, or an end before its start. */
    BAD_TIME(Level.POINT),
    TOO_MANY_ATTRIBUTES(Level.POINT),
    /** An allowed attribute with a value of another type. */
    BAD_ATTRIBUTE(Level.POINT),
    /** An allowed attribute that stands twice. */
    DUPLICATE_ATTRIBUTE(Level.POINT),
    /** An identifier longer than 128 bytes. */
    TOO_LONG(Level.POINT),
    /** A feature event without the feature. */
    NO_FEATURE(Level.POINT),
    NO_TENANT(Level.POINT),
    /** Resource and record name different tenants. */
    TENANT_CONFLICT(Level.POINT),
    /** The probe's identity where tenants are read. */
    PROBE_IN_TENANT_LANE(Level.POINT),
    /** A tenant where the probe is read. */
    TENANT_IN_PROBE_LANE(Level.POINT),
    /** The service's operations are counted from its other signal. */
    OTHER_SIGNAL(Level.POINT),
    /** The probe lane has no figure of it. */
    NOT_IN_PROBE_LANE(Level.POINT),
    /** The same span as one read already; only where an adapter asks. */
    DUPLICATE_SPAN(Level.POINT),
    /** Older than what still counts. */
    LATE(Level.POINT),
    /** Counted by an earlier ingest of the same file. */
    SEEN_BEFORE(Level.POINT),
    /** After the last day of this ingest: left for a later one. */
    NOT_YET(Level.POINT);

    private final Level level;

    Refusal(Level level) {
        this.level = level;
    }

    /** What is refused as a whole. */
    public Level level() {
        return level;
    }

    /** The things that are read and counted. */
    public enum Level {
        FILE,
        LINE,
        /** A histogram point, a span, a log record, or a line of an adapter. */
        POINT
    }
}
