package com.opsatc.telemetry.input;

/**
 * What counts as a failed operation, in one place.
 *
 * <p>OTLP (semantic conventions, HTTP): {@code error.type} is present, or {@code http.response.status_code} is 500 or more; a
 * span also when its status code is 2, ERROR. An HTTP answer of 4xx is the client's failure and does not count. An access log
 * has no {@code error.type} and is shown with a label of its own: there a status of 400 or more counts, 4xx and 5xx alike.
 */
public final class ErrorRule {
    public static final int NO_STATUS = 0;
    private static final int SPAN_ERROR = 2;
    private static final int SERVER_ERROR = 500;
    private static final int CLIENT_ERROR = 400;

    private ErrorRule() {}

    public static boolean failed(boolean hasErrorType, long httpStatus) {
        return hasErrorType || httpStatus >= SERVER_ERROR;
    }

    public static boolean failedSpan(long statusCode, boolean hasErrorType, long httpStatus) {
        return statusCode == SPAN_ERROR || failed(hasErrorType, httpStatus);
    }

    static boolean failedInAccessLog(int httpStatus) {
        return httpStatus >= CLIENT_ERROR;
    }
}
