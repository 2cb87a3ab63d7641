package com.opsatc.tenancy.run;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.id.Sha256;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What a run asks to publish, and on which conditions.
 *
 * @param previousSequence the head that the run was computed from; 0 for a tenant's first
 * @param workflowEpoch the kill switch's epoch when the run began
 * @param kind decides whether it becomes what readers see who name no run
 * @param outbox what is to be told to others once the head is there
 */
public record NewHead(
        long previousSequence,
        String runId,
        String attemptId,
        String manifestPath,
        Sha256 manifestSha256,
        long workflowEpoch,
        Instant publishedAt,
        Kind kind,
        List<Message> outbox) {
    public NewHead {
        requireNonNull(runId, "runId");
        requireNonNull(attemptId, "attemptId");
        requireNonNull(manifestPath, "manifestPath");
        requireNonNull(manifestSha256, "manifestSha256");
        requireNonNull(kind, "kind");
        publishedAt = publishedAt.truncatedTo(ChronoUnit.MICROS); // what the database keeps
        outbox = List.copyOf(outbox);
        if (previousSequence < 0) {
            throw new IllegalArgumentException("Invalid previous sequence: 0 means none");
        }
    }

    /** What a run was asked for. */
    public enum Kind {
        /** All there is: readers see it from now on. */
        ALL,
        /** A date: readers see it from now on unless they see a later date; else it is kept beside. */
        DATED
    }

    /** A message for a topic; the payload is JSON. */
    public record Message(String topic, String payload) {
        public Message {
            requireNonNull(topic, "topic");
            requireNonNull(payload, "payload");
        }
    }
}
