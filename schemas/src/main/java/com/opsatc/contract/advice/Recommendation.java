package com.opsatc.contract.advice;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.claim.DefinitionRef;
import com.opsatc.contract.claim.Evidence;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.figure.Window;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.List;

/**
 * What could be done: a lever applied to published figures, with what it would save as a range, what speaks against it, and how
 * one would see that it worked. Computed, never written by a model; it says nothing of causes.
 *
 * @param id e.g. {@code R-order-to-cash-001}; stable for the same run id
 * @param rank place among those of its process, by {@code part}
 * @param subjects the activities or the KPI it is about, as they are named in the system of record: tenant text
 * @param statement one sentence with no tenant text in it: subjects are written as {subject.1}, {subject.2}
 * @param part the conservative end as a part of the time of all cases, or of the members of the KPI, six decimals
 * @param overlapRemoved what the optimistic end would be higher by, had no recommendation ranked before it addressed some of
 *     the same passages
 * @param n passages, repetitions or members that the effect is of; {@code cases} in how many cases or clusters
 * @param basis the findings and KPIs that show it
 * @param counterEvidence what speaks against it, each a sentence
 * @param guardrail null where no KPI of the lever's is measured
 * @param evidence the rows the effect follows from; of a share those of the finding that states its fall
 */
@RecordBuilder
public record Recommendation(
        String id,
        String process,
        int rank,
        LeverRef lever,
        Sign sign,
        DefinitionRef definition,
        List<String> subjects,
        String title,
        String statement,
        String plain,
        String owner,
        Unit unit,
        EffectEnd conservative,
        EffectEnd optimistic,
        BigDecimal part,
        BigDecimal overlapRemoved,
        long n,
        long cases,
        Window window,
        EvidenceStatus status,
        List<Basis> basis,
        List<String> counterEvidence,
        List<String> assumptions,
        Guardrail guardrail,
        Watch watch,
        Evidence evidence) {
    public Recommendation {
        requireNonNull(id, "id");
        requireNonNull(process, "process");
        requireNonNull(lever, "lever");
        requireNonNull(sign, "sign");
        requireNonNull(definition, "definition");
        subjects = List.copyOf(subjects);
        requireNonNull(title, "title");
        requireNonNull(statement, "statement");
        requireNonNull(plain, "plain");
        requireNonNull(owner, "owner");
        requireNonNull(unit, "unit");
        requireNonNull(part, "part");
        requireNonNull(overlapRemoved, "overlapRemoved");
        requireNonNull(window, "window");
        requireNonNull(status, "status");
        basis = List.copyOf(basis);
        counterEvidence = List.copyOf(counterEvidence);
        assumptions = List.copyOf(assumptions);
        requireNonNull(watch, "watch");
        requireNonNull(evidence, "evidence");
        if (conservative.value().compareTo(optimistic.value()) > 0) {
            throw new IllegalArgumentException(
                    "Invalid recommendation " + id + ": its conservative end is above its optimistic one");
        }
        if (!status.carries() || n < 1 || evidence.rows() < 1) {
            throw new IllegalArgumentException(
                    "Invalid recommendation " + id + ": it needs evidence that carries it, with members");
        }
    }
}
