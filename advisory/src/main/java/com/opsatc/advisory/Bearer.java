package com.opsatc.advisory;

import com.opsatc.advisory.token.Rejection;
import com.opsatc.advisory.token.TokenRejectedException;
import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Takes the access token from a request: from its one Authorization header and from nowhere else (RFC 6750). */
final class Bearer {
    private static final String SCHEME = "bearer ";

    private Bearer() {}

    static String token(Context request) {
        List<String> headers = Collections.list(request.req().getHeaders("Authorization"));
        if (headers.size() != 1) {
            throw new TokenRejectedException(Rejection.MISSING);
        }

        String header = headers.get(0);
        if (header.length() <= SCHEME.length()
                || !header.substring(0, SCHEME.length())
                        .toLowerCase(Locale.ROOT)
                        .equals(SCHEME)) {
            throw new TokenRejectedException(Rejection.MISSING);
        }
        return header.substring(SCHEME.length());
    }
}
