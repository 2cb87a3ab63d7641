package com.opsatc.boundary.audit.witness;

import com.opsatc.boundary.audit.note.LogCheckpoint;
import com.opsatc.boundary.audit.note.NoteKey;
import com.opsatc.boundary.audit.note.NoteSignature;
import com.opsatc.boundary.audit.note.SignedNote;
import com.opsatc.boundary.audit.note.VerifierKey;
import com.opsatc.boundary.audit.tree.ConsistencyProof;
import com.opsatc.boundary.audit.tree.TreeHasher;
import com.opsatc.contract.error.PipelineException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Cosigns the checkpoints of logs it knows.
 *
 * <p>Guarantee: of each log it cosigns one history. Whatever it cosigns begins with all that it cosigned before, by a proof that it
 * checked, and is on disk before the answer leaves; a log's key is the one it was known by first. So a log that shows two
 * histories, or goes back, has no cosignature for the second. One state belongs to one process.
 */
public final class LogWitness {
    private final NoteKey key;
    private final WitnessState state;
    private final Supplier<List<VerifierKey>> logs;
    private final InstantSource clock;

    /**
     * @param key of kind {@code COSIGNATURE}
     * @param state directory of its own
     * @param logs the logs that may be cosigned, asked for each time a log is seen first
     */
    public LogWitness(NoteKey key, Path state, Supplier<List<VerifierKey>> logs, InstantSource clock) {
        this.key = key;
        this.state = new WitnessState(state);
        this.logs = logs;
        this.clock = clock;
    }

    /** Answers {@code add-checkpoint}. One at a time: what was checked must still be so when it is kept. */
    synchronized WitnessAnswer add(byte[] body) {
        AddCheckpoint request;
        LogCheckpoint checkpoint;
        try {
            request = AddCheckpoint.parse(body);
            checkpoint = LogCheckpoint.parse(request.note().text());
        } catch (PipelineException e) {
            return WitnessAnswer.of(400, e.getMessage() + "\n");
        }

        Optional<VerifierKey> log = log(checkpoint.origin());
        if (log.isEmpty()) {
            return WitnessAnswer.of(404, "This log is not known here\n");
        }

        try {
            request.note().verified(List.of(log.get()));
        } catch (PipelineException e) {
            return WitnessAnswer.of(403, e.getMessage() + "\n");
        }

        return decide(request, checkpoint, log.get());
    }

    /** Answers the question for the last checkpoint of a log that it cosigned. */
    WitnessAnswer latest(String originHash) {
        return state.latest(originHash)
                .map(note -> WitnessAnswer.of(200, new String(note.bytes(), StandardCharsets.UTF_8)))
                .orElseGet(() -> WitnessAnswer.of(404, "Nothing of this log was cosigned here\n"));
    }

    private WitnessAnswer decide(AddCheckpoint request, LogCheckpoint checkpoint, VerifierKey log) {
        if (request.oldSize() > checkpoint.size()) {
            return WitnessAnswer.of(400, "The old size is greater than the checkpoint's\n");
        }

        Optional<LogCheckpoint> known =
                state.latest(WitnessState.hash(checkpoint.origin())).map(note -> LogCheckpoint.parse(note.text()));
        long size = known.map(LogCheckpoint::size).orElse(0L);
        if (request.oldSize() != size) {
            return new WitnessAnswer(409, WitnessAnswer.SIZE, size + "\n");
        }

        byte[] empty = new TreeHasher().empty();
        if (checkpoint.size() == 0 && !Arrays.equals(checkpoint.root(), empty)) {
            return WitnessAnswer.of(422, "An empty tree has another root\n");
        }

        byte[] root = known.map(LogCheckpoint::root).orElse(empty);
        if (!new ConsistencyProof(size, checkpoint.size(), request.proof()).holds(root, checkpoint.root())) {
            return WitnessAnswer.of(422, "The tree does not begin with the one that was cosigned last\n");
        }

        return cosign(request, checkpoint, log);
    }

    private WitnessAnswer cosign(AddCheckpoint request, LogCheckpoint checkpoint, VerifierKey log) {
        NoteSignature cosignature =
                key.cosign(clock.instant().getEpochSecond(), request.note().text());
        SignedNote signed = new SignedNote(
                request.note().text(),
                request.note().signatures().stream()
                        .filter(signature -> signature.name().equals(log.name()))
                        .toList());
        state.pin(checkpoint.origin(), log);
        state.keep(checkpoint.origin(), signed.with(List.of(cosignature)));
        return WitnessAnswer.of(200, cosignature.line());
    }

    private Optional<VerifierKey> log(String origin) {
        Optional<VerifierKey> pinned = state.key(origin);
        return pinned.isPresent()
                ? pinned
                : logs.get().stream().filter(log -> log.name().equals(origin)).findFirst();
    }
}
