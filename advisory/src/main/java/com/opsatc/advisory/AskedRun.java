package com.opsatc.advisory;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Which of a tenant's runs a request asks for: by its id, by its logical date, or, where both are null, the current one.
 *
 * @param runId as the list of runs names it; null unless asked for
 * @param asOf null unless asked for
 */
public record AskedRun(String runId, LocalDate asOf) {
    /** What readers see who name no run. */
    public static final AskedRun CURRENT = new AskedRun(null, null);

    private static final int BAD_REQUEST = 400;

    /** Reads {@code run} or {@code as-of} from the query; both, or a date that is none, are no request. */
    static AskedRun of(Context request) {
        String run = request.queryParam("run");
        String date = request.queryParam("as-of");
        if (run != null && date != null) {
            throw new HttpResponseException(BAD_REQUEST);
        }

        try {
            return new AskedRun(run, date == null ? null : LocalDate.parse(date));
        } catch (DateTimeException e) {
            throw new HttpResponseException(BAD_REQUEST);
        }
    }
}
