package com.opsatc.jobs.cli.slice;

/** A slice that cannot be read: where, and what is allowed there. Never what stands there, which may be a tenant's text. */
public final class SliceSyntaxException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /** @param position from 0; people count characters from 1 */
    SliceSyntaxException(int position, String why) {
        super("at character " + (position + 1) + ": " + why);
    }
}
