package com.opsatc.contract.error;

/**
 * A failure as text for a log: classes, frames and causes, and the messages of {@link PipelineException}s.
 *
 * <p>The messages of other exceptions are left out, because a parser, Spark or the database quotes the value it stopped
 * at, and a tenant's values belong in no log.
 */
public final class FailureTrace {
    private static final int MOST_FRAMES = 60;
    private static final int MOST_CAUSES = 12;

    private FailureTrace() {}

    /** Several lines, each ended; at most twelve causes of sixty frames each. */
    public static String of(Throwable failure) {
        StringBuilder text = new StringBuilder();
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++, cause = cause.getCause()) {
            text.append(depth == 0 ? "" : "caused by ").append(cause.getClass().getName());
            if (cause instanceof PipelineException known) {
                text.append(' ').append(known.code()).append(": ").append(known.getMessage());
            }
            text.append('\n');
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
                text.append("    at ").append(frames[i]).append('\n');
            }
        }

        return text.toString();
    }
}
