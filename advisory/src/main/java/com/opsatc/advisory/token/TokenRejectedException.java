package com.opsatc.advisory.token;

/** A token is not accepted. The message says which rule it broke and holds nothing of the token. */
public final class TokenRejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Rejection reason;

    public TokenRejectedException(Rejection reason) {
        // No stack trace: refusing has to stay cheap when somebody sends many.
        super("Access token refused: " + reason.label(), null, false, false);
        this.reason = reason;
    }

    public Rejection reason() {
        return reason;
    }
}
