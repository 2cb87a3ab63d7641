package com.opsatc.kernel.pairing;

import java.util.ArrayList;
import java.util.List;

/** An execution whose end has not been read yet. */
final class OpenInstance {
    private final int activity;
    private final int firstPosition;
    private final List<Rest> rests = new ArrayList<>();
    private int lastPosition;
    private Long scheduledUs;
    private Long startUs;
    private Integer startPosition;
    private Long restingSinceUs;

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

    /** Begins it, at the event's own start where it has one. */
    void start(TransitionEvent event) {
        startUs = event.endsWithItsStart() ? event.startUs() : (Long) event.atUs();
        startPosition = event.position();
        lastPosition = event.position();
    }

    void suspend(TransitionEvent event) {
        restingSinceUs = event.atUs();
        lastPosition = event.position();
    }

    void resume(TransitionEvent event) {
        rests.add(new Rest(restingSinceUs, event.atUs()));
        restingSinceUs = null;
        lastPosition = event.position();
    }

    ActivityInstance end(TransitionEvent event, boolean aborted) {
        if (restingSinceUs != null) {
            resume(event);
        }

        lastPosition = event.position();
        return instance(event.atUs(), aborted);
    }

    ActivityInstance unended() {
        return instance(/* completeUs= */ null, /* aborted= */ false);
    }

    int firstPosition() {
        return firstPosition;
    }

    Long startUs() {
        return startUs;
    }

    private ActivityInstance instance(Long completeUs, boolean aborted) {
        return new ActivityInstance(
                activity, scheduledUs, startUs, completeUs, rests, aborted, firstPosition, lastPosition, startPosition);
    }
}
