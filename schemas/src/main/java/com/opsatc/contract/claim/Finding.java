package com.opsatc.contract.claim;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.opsatc.contract.figure.Interval;
import com.opsatc.contract.figure.Window;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Something a reader may say: a kind, a magnitude with unit, window, interval and n, and at least one citation.
 *
 * <p>Several figures that moved in one week are one finding: the greatest of them, with the others as its members. A member is
 * a finding like any other, with figures and evidence of its own; who looks for every figure walks {@link #withMembers}.
 *
 * @param id e.g. {@code F-order-to-cash-001}, its members {@code F-order-to-cash-001-2} and on; stable for the same run id
 * @param rank place among the findings of its process; a member has that of the finding it belongs to
 * @param subjects the activities or KPI it is about, as they are named in the system of record: tenant text
 * @param statement one sentence with no tenant text in it: subjects are written as {subject.1}, {subject.2}
 * @param facts further figures of the same finding, each quotable
 * @param window the dates it covers; for a shift, from the first shifted week
 * @param testsInFamily how many hypotheses were tested beside it in this run; 0 where nothing was tested (a ranking)
 * @param why how the change divides over the values of each declared attribute; empty where none does, or nothing changed
 * @param headline one sentence for all that moved together, with no tenant text in it; null for a finding that stands alone
 * @param trend of a bottleneck, where the weekly median of its time is going; null for what is no bottleneck
 * @param members the others that moved with it, by rank, none with members of its own; empty for a finding that stands alone
 */
@RecordBuilder
public record Finding(
        String id,
        FindingKind kind,
        String process,
        int rank,
        DefinitionRef definition,
        List<String> subjects,
        String statement,
        BigDecimal value,
        Unit unit,
        Aggregation aggregation,
        Interval interval,
        Window window,
        long n,
        Map<FigureName, BigDecimal> facts,
        long testsInFamily,
        List<String> caveats,
        Evidence evidence,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ChangeSplit> why,
        String headline,
        Trend trend,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Finding> members) {
    public Finding {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        requireNonNull(process, "process");
        requireNonNull(definition, "definition");
        subjects = List.copyOf(subjects);
        requireNonNull(statement, "statement");
        requireNonNull(value, "value");
        requireNonNull(unit, "unit");
        requireNonNull(aggregation, "aggregation");
        requireNonNull(window, "window");
        facts = FigureName.ordered(facts);
        caveats = List.copyOf(caveats);
        requireNonNull(evidence, "evidence");
        why = why == null ? List.of() : List.copyOf(why);
        members = members == null ? List.of() : List.copyOf(members);
        if (n < 1 || evidence.rows() < 1) {
            throw new IllegalArgumentException("Invalid finding " + id + ": it needs members and a citation");
        }
        if ((headline == null) != members.isEmpty()) {
            throw new IllegalArgumentException(
                    "Invalid finding " + id + ": a headline needs findings that moved together, and they a headline");
        }
        if (members.stream().anyMatch(member -> !member.members.isEmpty())) {
            throw new IllegalArgumentException("Invalid finding " + id + ": a member has members of its own");
        }
    }

    /** Whether it is of that kind and about the KPI. */
    public boolean tells(FindingKind what, KpiValue kpi) {
        return kind == what && process.equals(kpi.process()) && subjects.contains(kpi.id());
    }

    /** Every figure it states: its own, then those of its members. */
    public Stream<Finding> withMembers() {
        return Stream.concat(Stream.of(this), members.stream());
    }

    /** The same finding for all that moved together; {@code others} is not empty. */
    public Finding leading(String title, List<Finding> others) {
        return FindingBuilder.builder(this)
                .headline(requireNonNull(title, "title"))
                .members(others)
                .build();
    }

    /** The same finding with further caveats after its own, and after those of each member. */
    public Finding withCaveats(List<String> further) {
        return withCaveats(each -> further);
    }

    /** The same finding with further caveats after its own, and each member with further ones of its own. */
    public Finding withCaveats(Function<Finding, List<String>> further) {
        return FindingBuilder.builder(this)
                .caveats(Stream.concat(caveats.stream(), further.apply(this).stream())
                        .toList())
                .members(members.stream()
                        .map(member -> member.withCaveats(further))
                        .toList())
                .build();
    }
}
