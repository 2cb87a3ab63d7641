package com.opsatc.boundary.audit;

import com.opsatc.boundary.audit.note.LogCheckpoint;
import com.opsatc.boundary.audit.note.NoteSignature;
import com.opsatc.boundary.audit.note.SignedNote;
import com.opsatc.boundary.audit.note.TrustPolicy;
import com.opsatc.boundary.audit.tree.ConsistencyProof;
import com.opsatc.boundary.audit.witness.AddCheckpoint;
import com.opsatc.boundary.audit.witness.WitnessClient;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.tenancy.scope.TenantScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A log's state with what its witnesses say of it.
 *
 * @param checkpoint signed, with the cosignatures that were given
 * @param missing why each of the others gave none
 */
public record Witnessed(SignedNote checkpoint, List<String> missing) {
    public Witnessed {
        missing = List.copyOf(missing);
    }

    /**
     * Signs the log as it stands, and has every witness of the policy that has an address cosign it.
     *
     * @throws PipelineException (store) when a witness knows a later or another history of this log: the home is older than its
     *     witness, or the log was altered
     */
    public static Witnessed of(AuditLog log, TrustPolicy policy) {
        SignedNote signed = log.checkpoint();
        List<NoteSignature> cosignatures = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (TrustPolicy.Witness witness : policy.witnesses()) {
            if (witness.url().isEmpty()) {
                missing.add("witness " + witness.key().name() + " has no address in " + AuditPolicy.FILE);
                continue;
            }

            try {
                WitnessClient client =
                        new WitnessClient(witness.key(), witness.url().get());
                cosignatures.add(ask(client, witness.key().name(), log, signed));
            } catch (PipelineException e) {
                if (e.code() == ErrorCode.STORE) {
                    throw e;
                }
                missing.add(e.getMessage());
            }
        }

        Witnessed witnessed = new Witnessed(signed.with(cosignatures), missing);
        log.keep(witnessed.checkpoint);
        return witnessed;
    }

    /**
     * As {@link #of}, and refuses when the policy's quorum did not cosign.
     *
     * @param action what asks for it, e.g. {@code export}
     */
    public static Witnessed required(AuditLog log, TrustPolicy policy, String action) {
        Witnessed witnessed = of(log, policy);
        try {
            AuditLog.believing(log.scope(), policy).accept(witnessed.checkpoint);
            return witnessed;
        } catch (PipelineException e) {
            throw new PipelineException(
                    ErrorCode.POLICY_REFUSED,
                    "Cannot " + action + " for tenant " + log.scope().tenant()
                            + ": the audit log is not witnessed as " + AuditPolicy.FILE + " of the home asks: "
                            + String.join("; ", witnessed.missing),
                    e);
        }
    }

    /** Refuses when a witness that can be asked knows more of the log than this home does. */
    public static void requireNoneAhead(TenantScope scope, TrustPolicy policy) {
        if (policy.witnesses().stream().noneMatch(witness -> witness.url().isPresent())) {
            return;
        }

        AuditLog log = AuditLog.open(scope);
        for (TrustPolicy.Witness witness : policy.witnesses()) {
            try {
                witness.url()
                        .flatMap(url -> new WitnessClient(witness.key(), url).latest(log.origin()))
                        .ifPresent(note -> size(note, witness.key().name(), log));
            } catch (PipelineException e) {
                if (e.code() == ErrorCode.STORE) {
                    throw e;
                }
            }
        }
    }

    private static NoteSignature ask(WitnessClient client, String name, AuditLog log, SignedNote signed) {
        Optional<SignedNote> known = client.latest(log.origin());
        long size = known.map(note -> size(note, name, log)).orElse(0L);
        ConsistencyProof grown = log.tree().consistency(size, log.size());
        return client.add(new AddCheckpoint(size, grown.hashes(), signed));
    }

    /** The size that a witness knows, once it is known to be of a beginning of the log. */
    static long size(SignedNote note, String witness, AuditLog log) {
        LogCheckpoint known = LogCheckpoint.parse(note.text());
        if (!known.origin().equals(log.origin())) {
            throw refused(log, "witness " + witness + " answered with another log");
        }

        if (known.size() > log.size()) {
            throw refused(
                    log,
                    "this home is older than its witness " + witness + ", which has seen " + known.size()
                            + " entries where there are " + log.size()
                            + " here: an older state was restored, or entries were removed; restore the last one");
        }

        if (!Arrays.equals(known.root(), log.at(known.size()).root())) {
            throw refused(
                    log,
                    "its first " + known.size() + " entries are not those that witness " + witness
                            + " has seen: the log was altered, or there are two copies of this home that both went on");
        }

        return known.size();
    }

    private static PipelineException refused(AuditLog log, String why) {
        return new PipelineException(
                ErrorCode.STORE,
                "Cannot go on with the audit log of tenant " + log.scope().tenant() + ": " + why);
    }
}
