package com.opsatc.advisory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The headers that every answer of a kind carries, whatever it says. */
final class AnswerHeaders {
    /** The report keeps its own, stricter policy in its head; the sandbox takes scripts, forms and its origin from it. */
    private static final String REPORT_POLICY = "sandbox; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private static final String POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";

    private AnswerHeaders() {}

    static Map<String, String> of(Route route, int status) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Cache-Control", "no-store");
        headers.put("Vary", "Authorization");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put(
                "Content-Security-Policy",
                route.mediaType().equals(MediaTypes.HTML) && status == 200 ? REPORT_POLICY : POLICY);
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Referrer-Policy", "no-referrer");
        if (status == 401) {
            headers.put("WWW-Authenticate", "Bearer realm=\"opsatc\"");
        }
        if (status == 503) {
            headers.put("Retry-After", "1");
        }
        if (status == 405) {
            headers.put("Allow", "GET, HEAD");
        }
        return Collections.unmodifiableMap(headers);
    }
}
