package com.opsatc.kernel.pairing;

/** An execution whose end has not been read yet. */
final class OpenInstance {
    private final int activity;
    private final int firstPosition;
    private int lastPosition;
    private Long scheduledUs;
    private Long startUs;
    private Integer startPosition;
    private Long restingSinceUs;
    private long suspendedUs;

    private OpenInstance(TransitionEvent first) {
        activity = first.activity();
        firstPosition = first.position();
        lastPosition = first.position();
    }

    static OpenInstance scheduled(TransitionEvent event) {
        OpenInstance instance = new OpenInstance(event);
        instance.scheduledUs = event.atUs();
        return instance;
    }

    /** An execution of which this is the first event; the event itself is not applied. */
    static OpenInstance of(TransitionEvent event) {
        return new OpenInstance(event);
    }

    void start(TransitionEvent event) {
        startUs = event.atUs();
        startPosition = event.position();
        lastPosition = event.position();
    }

    void suspend(TransitionEvent event) {
        restingSinceUs = event.atUs();
        lastPosition = event.position();
    }

    void resume(TransitionEvent event) {
        suspendedUs += event.atUs() - restingSinceUs;
        restingSinceUs = null;
        lastPosition = event.position();
    }

    ActivityInstance end(TransitionEvent event, boolean aborted) {
        if (suspended()) {
            resume(event);
        }

        return new ActivityInstance(
                activity,
                scheduledUs,
                startUs,
                event.atUs(),
                suspendedUs,
                aborted,
                firstPosition,
                event.position(),
                startPosition);
    }

    ActivityInstance unended() {
        return new ActivityInstance(
                activity,
                scheduledUs,
                startUs,
                /* completeUs= */ null,
                suspendedUs,
                /* aborted= */ false,
                firstPosition,
                lastPosition,
                startPosition);
    }

    int activity() {
        return activity;
    }

    boolean started() {
        return startUs != null;
    }

    boolean suspended() {
        return restingSinceUs != null;
    }
}
