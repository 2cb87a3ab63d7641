package com.opsatc.advisory.token;

import java.util.Locale;

/** Why a token was refused: counted for operators, never told to the caller. */
public enum Rejection {
    /** No Authorization header, or more than one. */
    MISSING,
    /** Not a signed token in compact form, or not in the one way of writing it. */
    MALFORMED,
    /** Another algorithm or type, or a header parameter that is not known here. */
    HEADER,
    /** Signed by a key that is not configured. */
    KEY,
    SIGNATURE,
    /** A required claim is absent or of another type. */
    CLAIMS,
    ISSUER,
    AUDIENCE,
    EXPIRED,
    NOT_YET_VALID,
    /** Made to live longer than a token may. */
    LIFETIME;

    /** The reason as a metric label. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
