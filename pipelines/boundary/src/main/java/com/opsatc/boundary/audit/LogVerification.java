package com.opsatc.boundary.audit;

import com.opsatc.boundary.audit.note.LogCheckpoint;
import com.opsatc.boundary.audit.note.SignedNote;
import com.opsatc.boundary.audit.note.TrustPolicy;
import com.opsatc.boundary.audit.witness.WitnessClient;
import com.opsatc.contract.audit.AuditAction;
import com.opsatc.contract.audit.AuditEntry;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.tenancy.audit.AuditEntries;
import com.opsatc.tenancy.run.Head;
import com.opsatc.tenancy.run.Heads;
import com.opsatc.tenancy.scope.TenantScope;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a check of a tenant's whole audit log found.
 *
 * @param entries how many entries there are
 * @param good how many of them are in their place, open, and have the hash that the tree has of them
 * @param heads how many heads are in the log, and in the database as the log has them
 * @param signed size of the last checkpoint that was kept; 0 before there was one
 * @param witnessed size of the largest checkpoint that a witness of the policy was seen to have cosigned; 0 for none
 * @param broken what does not hold, in sentences
 * @param unasked witnesses that could not be asked, and why
 */
public record LogVerification(
        long entries, long good, long heads, long signed, long witnessed, List<String> broken, List<String> unasked) {
    private static final List<byte[]> OF_HEADS = List.of(AuditAction.RUN_PUBLISHED, AuditAction.HEAD_KNOWN).stream()
            .map(action -> ("{\"action\":\"" + action.symbol() + "\"").getBytes(StandardCharsets.UTF_8))
            .toList();

    public LogVerification {
        broken = List.copyOf(broken);
        unasked = List.copyOf(unasked);
    }

    public boolean passed() {
        return broken.isEmpty();
    }

    /** Checks every entry, the tree against what was signed and what witnesses saw, and the heads against the log. */
    public static LogVerification of(TenantScope scope, TrustPolicy policy) {
        List<String> broken = new ArrayList<>();
        List<String> unasked = new ArrayList<>();
        List<LogCheckpoint> believed = new ArrayList<>();
        long signed = 0;
        try {
            Optional<SignedNote> kept = AuditLog.kept(scope);
            kept.map(note -> LogCheckpoint.parse(note.text())).ifPresent(believed::add);
            signed = believed.stream().mapToLong(LogCheckpoint::size).sum();
        } catch (PipelineException e) {
            broken.add("the last checkpoint is not one that this log signed");
        }

        long witnessed = 0;
        for (LogCheckpoint seen : seen(scope, policy, unasked, broken)) {
            believed.add(seen);
            witnessed = Math.max(witnessed, seen.size());
        }

        List<Head> before =
                Heads.list(scope); // what is published meanwhile may be in the log alone, or in the database alone
        Map<Long, AuditEntry> published = new TreeMap<>();
        LogCheck check = new LogCheck(AuditEntries.opener(scope), believed, entry -> head(entry, published));
        AuditEntries.read(scope, /* from= */ 0, check);
        broken.addAll(check.broken());
        if (witnessed > check.entries()) {
            broken.add("this home is older than its witness, which has seen " + witnessed + " entries where there are "
                    + check.entries());
        }

        broken.addAll(heads(scope, before, published));
        return new LogVerification(check.entries(), check.good(), published.size(), signed, witnessed, broken, unasked);
    }

    private static List<LogCheckpoint> seen(
            TenantScope scope, TrustPolicy policy, List<String> unasked, List<String> broken) {
        List<LogCheckpoint> seen = new ArrayList<>();
        String origin = AuditLog.key(scope).name();
        for (TrustPolicy.Witness witness : policy.witnesses()) {
            try {
                witness.url()
                        .flatMap(url -> new WitnessClient(witness.key(), url).latest(origin))
                        .map(note -> LogCheckpoint.parse(note.text()))
                        .ifPresentOrElse(
                                seen::add, () -> unasked.add(witness.key().name() + " has seen nothing of it"));
            } catch (PipelineException e) {
                (e.code() == ErrorCode.POLICY_REFUSED ? unasked : broken).add(e.getMessage());
            }
        }

        return seen;
    }

    private static void head(byte[] entry, Map<Long, AuditEntry> published) {
        if (OF_HEADS.stream().noneMatch(start -> startsWith(entry, start))) {
            return;
        }

        AuditEntry read = CanonicalJson.read(entry, AuditEntry.class);
        published.put(Long.parseLong(read.details().get("sequence")), read);
    }

    private static boolean startsWith(byte[] entry, byte[] start) {
        return entry.length >= start.length && Arrays.equals(entry, 0, start.length, start, 0, start.length);
    }

    /** A head that was published cannot disappear, go back, or come from elsewhere. */
    private static List<String> heads(TenantScope scope, List<Head> before, Map<Long, AuditEntry> published) {
        List<String> broken = new ArrayList<>();
        Map<Long, Head> there = new TreeMap<>();
        Heads.list(scope).forEach(head -> there.put(head.sequence(), head));
        published.forEach((sequence, entry) -> {
            Head head = there.get(sequence);
            if (head == null) {
                broken.add("head " + sequence + " was published, by entry " + entry.index() + ", and is gone");
            } else if (!head.runId().equals(entry.object())
                    || !head.manifestSha256().hex().equals(entry.details().get("manifest_sha256"))) {
                broken.add("head " + sequence + " is not the one that entry " + entry.index() + " published");
            }
        });
        before.stream()
                .map(Head::sequence)
                .filter(sequence -> !published.containsKey(sequence))
                .forEach(sequence -> broken.add("head " + sequence + " was never published by an entry of the log"));
        return broken;
    }
}
