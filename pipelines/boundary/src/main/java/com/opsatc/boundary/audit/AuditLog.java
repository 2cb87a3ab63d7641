package com.opsatc.boundary.audit;

import com.opsatc.boundary.audit.note.LogCheckpoint;
import com.opsatc.boundary.audit.note.LogProof;
import com.opsatc.boundary.audit.note.NoteKey;
import com.opsatc.boundary.audit.note.SignatureKind;
import com.opsatc.boundary.audit.note.SignedNote;
import com.opsatc.boundary.audit.note.TrustPolicy;
import com.opsatc.boundary.audit.note.VerifierKey;
import com.opsatc.boundary.audit.tree.HashTree;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.tenancy.audit.AuditEntries;
import com.opsatc.tenancy.audit.LogState;
import com.opsatc.tenancy.scope.TenantScope;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A tenant's audit log as a tree, as it stood when it was opened.
 *
 * <p>Guarantee: it signs no checkpoint that the last one it signed is no beginning of; a log from which something was taken is an
 * error, not another history. Limit: a home that was restored whole knows the older checkpoint only; its witness knows better.
 */
public final class AuditLog {
    private final TenantScope scope;
    private final HashTree tree;

    private AuditLog(TenantScope scope, HashTree tree) {
        this.scope = scope;
        this.tree = tree;
    }

    /** Reads the hashes of all entries there are: 32 bytes each. */
    public static AuditLog open(TenantScope scope) {
        HashTree tree = new HashTree();
        AuditEntries.leaves(scope, tree::append);
        return new AuditLog(scope, tree);
    }

    /** What the log's checkpoints are checked with: to be given to its witnesses, and to whoever is given proofs. */
    public static VerifierKey key(TenantScope scope) {
        return signing(scope).verifier();
    }

    /** The log's name. */
    public String origin() {
        return LogState.origin(scope);
    }

    public long size() {
        return tree.size();
    }

    /** The tree of its first entries. */
    LogCheckpoint at(long size) {
        return new LogCheckpoint(origin(), size, tree.root(size));
    }

    HashTree tree() {
        return tree;
    }

    TenantScope scope() {
        return scope;
    }

    /**
     * The signed state of the log.
     *
     * @throws PipelineException when the last state that was signed is no beginning of it
     */
    public SignedNote checkpoint() {
        kept(scope).ifPresent(this::requireBeginning);
        return at(size()).signed(signing(scope));
    }

    /** The last checkpoint that was signed and kept, its signature checked; empty before there was one. */
    static Optional<SignedNote> kept(TenantScope scope) {
        return LogState.checkpoint(scope)
                .map(text -> SignedNote.parse(text.getBytes(StandardCharsets.UTF_8)))
                .map(note -> {
                    TrustPolicy.unwitnessed().withLog(key(scope)).accept(note);
                    return note;
                });
    }

    /** Keeps a checkpoint, with the cosignatures that it has, as the last one. */
    void keep(SignedNote checkpoint) {
        LogState.keep(scope, new String(checkpoint.bytes(), StandardCharsets.UTF_8));
    }

    /**
     * That an entry is in the log, for who checks it without.
     *
     * @param checkpoint of this log, as it was witnessed
     */
    public LogProof prove(long number, SignedNote checkpoint) {
        long size = LogCheckpoint.parse(checkpoint.text()).size();
        if (number < 0 || number >= size) {
            throw new PipelineException(
                    ErrorCode.NOT_FOUND,
                    "Cannot prove entry " + number + " of the audit log of tenant " + scope.tenant()
                            + ": it has entries 0 to " + (size - 1));
        }

        byte[] entry = AuditEntries.find(scope, number).orElseThrow();
        return new LogProof(
                Optional.of(entry), number, tree.inclusion(number, size).hashes(), checkpoint);
    }

    private void requireBeginning(SignedNote note) {
        LogCheckpoint kept = LogCheckpoint.parse(note.text());
        if (kept.size() > size() || !Arrays.equals(tree.root(kept.size()), kept.root())) {
            throw new PipelineException(
                    ErrorCode.STORE,
                    "Cannot sign the audit log of tenant " + scope.tenant() + ": its first " + kept.size()
                            + " entries are not those that it signed before; restore the database, and see opsatc audit"
                            + " verify");
        }
    }

    private static NoteKey signing(TenantScope scope) {
        return LogState.lendSeed(scope, seed -> NoteKey.of(LogState.origin(scope), SignatureKind.NOTE, seed));
    }

    /** The policy with this log as the one that is believed. */
    static TrustPolicy believing(TenantScope scope, TrustPolicy policy) {
        VerifierKey own = key(scope);
        List<VerifierKey> others = policy.logs();
        return others.contains(own) ? policy : policy.withLog(own);
    }
}
