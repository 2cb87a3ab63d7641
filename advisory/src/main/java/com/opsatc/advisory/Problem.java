package com.opsatc.advisory;

import com.opsatc.contract.json.CanonicalJson;
import java.util.Map;
import java.util.TreeMap;

/**
 * An error answer (RFC 9457): a constant text for each status, so that nothing of the request is ever repeated and two
 * requests that must not be told apart cannot be.
 */
final class Problem {
    private static final Map<Integer, String[]> TEXTS = Map.of(
            400,
                    new String[] {
                        "Bad Request",
                        "The request is not well-formed, or asks for what cannot be read; /openapi.json says what can."
                    },
            401, new String[] {"Unauthorized", "Send an access token for the tenant: Authorization: Bearer TOKEN."},
            403,
                    new String[] {
                        "Forbidden",
                        "The slice has fewer than 20 members, or leaves fewer over: a smaller group is not shown."
                    },
            404,
                    new String[] {
                        "Not Found", "There is no such document for this token. The paths are in /openapi.json."
                    },
            405, new String[] {"Method Not Allowed", "The service is read-only: use GET or HEAD."},
            413, new String[] {"Content Too Large", "Requests have no body here."},
            431, new String[] {"Request Header Fields Too Large", "The headers exceed 8 KiB."},
            500, new String[] {"Internal Server Error", "The service failed; its log says why."},
            503,
                    new String[] {
                        "Service Unavailable",
                        "The service is busy, or the document could not be read and verified, so it is withheld: then"
                                + " the service's log says why. Try again later."
                    });

    private Problem() {}

    /** The body for a status; one that is not foreseen is answered as 400 or 500, by its first digit. */
    static byte[] body(int status) {
        int known = known(status);
        TreeMap<String, Object> problem = new TreeMap<>();
        problem.put("type", "about:blank");
        problem.put("status", known);
        problem.put("title", TEXTS.get(known)[0]);
        problem.put("detail", TEXTS.get(known)[1]);
        return CanonicalJson.write(problem);
    }

    /** The status that is answered in place of one. */
    static int known(int status) {
        if (TEXTS.containsKey(status)) {
            return status;
        }
        return status < 500 ? 400 : 500;
    }
}
