package com.opsatc.process.recommend;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.advice.Basis;
import com.opsatc.contract.advice.Levers;
import com.opsatc.contract.claim.Definition;
import com.opsatc.contract.claim.Definitions;
import com.opsatc.contract.claim.Direction;
import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.FindingKind;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.document.ProcessWaiting;
import com.opsatc.contract.document.QualityDocument.LogCheck;
import com.opsatc.process.finding.Findings.Found;
import com.opsatc.process.finding.Findings.Looked;
import com.opsatc.process.recommend.realised.RealisedEffects;
import com.opsatc.process.recommend.value.Valuation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A process with its figures, as levers are looked for.
 *
 * @param executions whether an event of the log of steps is an execution of its activity, so that the same activity twice is
 *     work done again
 * @param checks of the log
 * @param declared by the tenant
 * @param waiting why work waits, by step
 */
public record Considered(
        Looked looked,
        Found found,
        Levers levers,
        boolean executions,
        List<LogCheck> checks,
        Declared declared,
        ProcessWaiting waiting) {
    public Considered {
        requireNonNull(looked, "looked");
        requireNonNull(found, "found");
        requireNonNull(levers, "levers");
        checks = List.copyOf(checks);
        requireNonNull(declared, "declared");
        requireNonNull(waiting, "waiting");
    }

    Definitions definitions() {
        return looked.definitions();
    }

    Definition definition() {
        return definitions().require("recommended-effect");
    }

    /** How recommendations are valued. */
    Valuation valuation() {
        return new Valuation(
                process(),
                definitions().require("recommended-value").ref(),
                declared.rates(),
                looked.process().asOf());
    }

    /** What is seen of levers that were pulled. */
    RealisedEffects realised() {
        return new RealisedEffects(looked, levers, declared.done());
    }

    String process() {
        return looked.process().process();
    }

    /** Every finding of a kind, those that lead others and those that are members. */
    Stream<Finding> findings(FindingKind kind) {
        return found.findings().stream().flatMap(Finding::withMembers).filter(each -> each.kind() == kind);
    }

    /** The shift of a step, where one was found. */
    Optional<Finding> shiftOf(List<String> step) {
        return findings(FindingKind.EDGE_SHIFT)
                .filter(each -> each.subjects().equals(step))
                .findFirst();
    }

    Optional<KpiValue> kpi(String id) {
        return found.kpis().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The family of a KPI; empty where its definition names none. */
    Optional<String> family(KpiValue kpi) {
        return definitions().find(kpi.definition().id()).map(Definition::kpi);
    }

    /** Whether a KPI became worse in this run. */
    boolean worsened(KpiValue kpi) {
        return findings(FindingKind.KPI_SHIFT)
                .filter(each -> each.tells(FindingKind.KPI_SHIFT, kpi))
                .anyMatch(each -> rose(each)
                        .map(rose -> rose == (kpi.direction() == Direction.LOWER_IS_BETTER))
                        .orElse(false));
    }

    static Optional<Boolean> rose(Finding shift) {
        BigDecimal before = shift.facts().get(FigureName.BEFORE);
        return before == null ? Optional.empty() : Optional.of(shift.value().compareTo(before) > 0);
    }

    static Basis basis(Finding finding) {
        return new Basis(finding.id(), finding.evidence().digest());
    }

    /** How many of how many, of a check of the log; empty where none is. */
    Optional<LogCheck> check(String name) {
        return checks.stream()
                .filter(each -> each.check().equals(name) && each.n() > 0)
                .findFirst();
    }
}
