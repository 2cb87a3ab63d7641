package com.opsatc.telemetry.input;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.telemetry.TelemetryManifest.Signal;
import com.opsatc.telemetry.manifest.Manifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Reads a web server's log in the common or combined format, as the probe's operations: the time and the status of each line.
 *
 * <p>Client address, user, request, referrer and agent are passed over: none of them becomes a text. There are no durations.
 * A line failed when its status is 400 or more: {@link ErrorRule}.
 */
public final class AccessLog {
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    /** {@code 17/May/2015:10:05:03 +0000}. */
    private static final int TIME_LENGTH = 26;

    private static final int STATUS_DIGITS = 3;

    private final String identity;

    public AccessLog(Manifest manifest) {
        identity = requireNonNull(manifest, "manifest").contract().probe().identity();
    }

    public void read(FilePart file, ObservationSink sink) {
        file.eachLine((line, seenBefore) -> {
            sink.line(seenBefore);
            if (line.tooLong()) {
                sink.refused(Refusal.LINE_TOO_LONG, 1);
                return;
            }

            try {
                request(line.bytes(), line.length(), sink);
            } catch (MalformedLineException e) {
                sink.refused(Refusal.LINE_MALFORMED, 1);
            }
        });
    }

    private void request(byte[] line, int length, ObservationSink sink) throws IOException {
        int bracket = find(line, 0, length, '[');
        require(bracket + TIME_LENGTH + 3 < length && line[bracket + 1 + TIME_LENGTH] == ']');
        int quote = bracket + TIME_LENGTH + 3;
        require(line[quote - 1] == ' ' && line[quote] == '"');
        int status = closing(line, quote + 1, length) + 2;
        require(status + STATUS_DIGITS <= length && line[status - 1] == ' ');
        require(status + STATUS_DIGITS == length || line[status + STATUS_DIGITS] == ' ');

        long nanos = nanos(line, bracket + 1);
        int code = number(line, status, STATUS_DIGITS);
        if (!OtlpTimes.legal(nanos)) {
            sink.refused(Refusal.BAD_TIME, 1);
            return;
        }

        long failed = ErrorRule.failedInAccessLog(code) ? 1 : 0;
        Origin origin = new Origin(nanos, identity, "");
        sink.observed(
                new Observation.Operations(origin, Signal.TRACES, "", new long[0], 1, failed, Observation.UNKNOWN));
    }

    private static long nanos(byte[] line, int at) throws IOException {
        int month = MONTHS.indexOf(new String(line, at + 3, 3, StandardCharsets.US_ASCII)) + 1;
        boolean west = line[at + 21] == '-';
        require(month > 0 && (west || line[at + 21] == '+') && line[at + 20] == ' ' && line[at + 11] == ':');
        try {
            LocalDateTime local = LocalDateTime.of(
                    number(line, at + 7, 4),
                    month,
                    number(line, at, 2),
                    number(line, at + 12, 2),
                    number(line, at + 15, 2),
                    // A leap second is the last one of its minute.
                    Math.min(59, number(line, at + 18, 2)));
            int sign = west ? -1 : 1;
            ZoneOffset offset =
                    ZoneOffset.ofHoursMinutes(sign * number(line, at + 22, 2), sign * number(line, at + 24, 2));
            return Math.multiplyExact(local.toEpochSecond(offset), 1_000_000_000L);
        } catch (DateTimeException | ArithmeticException e) {
            throw new MalformedLineException();
        }
    }

    private static int find(byte[] line, int from, int length, char wanted) throws IOException {
        for (int at = from; at < length; at++) {
            if (line[at] == wanted) {
                return at;
            }
        }
        throw new MalformedLineException();
    }

    /** The quote that ends the request; inside it the server writes quotes after a backslash. */
    private static int closing(byte[] line, int from, int length) throws IOException {
        for (int at = from; at < length; at++) {
            if (line[at] == '\\') {
                at++;
            } else if (line[at] == '"') {
                return at;
            }
        }
        throw new MalformedLineException();
    }

    private static int number(byte[] line, int at, int digits) throws IOException {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = line[at + i] - '0';
            require(digit >= 0 && digit <= 9);
            value = value * 10 + digit;
        }
        return value;
    }

    private static void require(boolean kept) throws IOException {
        if (!kept) {
            throw new MalformedLineException();
        }
    }
}
