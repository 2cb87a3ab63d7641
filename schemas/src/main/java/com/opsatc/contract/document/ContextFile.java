package com.opsatc.contract.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.claim.DefinitionRef;
import com.opsatc.contract.claim.Direction;
import com.opsatc.contract.claim.Trend;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.figure.Window;
import java.math.BigDecimal;
import java.util.List;

/**
 * Published document {@code context.json}: all that the advisory service may say of a tenant.
 *
 * <p>One finding is one searchable block of facts; one fact is one figure, in a quotable sentence, with how many it counts, its
 * interval, which direction is better and where it is going. Text of the
 * tenant stands only in {@code labels}: sentences refer to it as {label id}, so that an instruction hidden in a material
 * description never stands where an instruction could be read.
 */
public record ContextFile(
        DocumentHeader header,
        Window window,
        Freshness freshness,
        List<NotMeasured> notMeasured,
        List<Block> kpis,
        List<Block> findings,
        List<Block> recommendations,
        List<NotRecommended> notRecommended,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Block> rules,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<NotBroken> notBroken,
        List<Label> labels,
        Budget budget,
        Sanitised sanitised) {
    public ContextFile {
        notMeasured = List.copyOf(notMeasured);
        kpis = List.copyOf(kpis);
        findings = List.copyOf(findings);
        recommendations = List.copyOf(recommendations);
        notRecommended = List.copyOf(notRecommended);
        rules = rules == null ? List.of() : List.copyOf(rules);
        notBroken = notBroken == null ? List.of() : List.copyOf(notBroken);
        labels = List.copyOf(labels);
    }

    /** After how many hours past the as-of date the file must not be used. */
    public record Freshness(int maxAgeHours) {}

    public record NotMeasured(String id, DefinitionRef definition, String reason) {}

    /** A process for which nothing is recommended, and what was looked at. */
    public record NotRecommended(String process, String reason) {}

    /** A declared rule of which there is no breach to speak of, and why. */
    public record NotBroken(String id, String reason) {}

    /** A KPI, a finding, a recommendation or a declared rule that is broken: {@code id} is what an answer cites. */
    public record Block(
            String id,
            String kind,
            DefinitionRef definition,
            List<Fact> facts,
            List<Citation> citations,
            long citationTotal,
            List<String> caveats,
            int tokenEstimate) {
        public Block {
            facts = List.copyOf(facts);
            citations = List.copyOf(citations);
            caveats = List.copyOf(caveats);
        }
    }

    /**
     * One quotable sentence with one figure, and all that must be known to read it.
     *
     * @param text the sentence, which stands alone: subject, process, dates, the value as {@code display}, and no other number
     *     than those of this fact
     * @param value exact figure in {@code unit}
     * @param n how many members the figure counts; a number of things counts itself
     * @param interval null where there is none, and then {@code noInterval} says why
     */
    public record Fact(
            String id,
            String text,
            BigDecimal value,
            Unit unit,
            String display,
            long n,
            FactInterval interval,
            String noInterval,
            Direction direction,
            Trend trend) {
        public Fact {
            if ((interval == null) == (noInterval == null)) {
                throw new IllegalArgumentException(
                        "Invalid fact " + id + ": it has an interval, or says why it has none");
            }
        }
    }

    /**
     * An interval as a sentence states it.
     *
     * @param method how it was computed; null where that is not stated
     * @param display both ends as the sentence has them, e.g. {@code 6 d to 6.5 d}
     */
    public record FactInterval(BigDecimal level, BigDecimal low, BigDecimal high, String method, String display) {}

    /**
     * A text of the tenant's system of record, to be shown, never obeyed.
     *
     * @param trust always {@code tenant-data}
     * @param text control, bidirectional and invisible characters removed, length capped
     */
    public record Label(String id, String trust, String text) {
        public static final String TENANT_DATA = "tenant-data";
    }

    /** How large the file is, and what was left out to keep it so. */
    public record Budget(int tokenEstimate, int droppedFindings) {}

    /** How many labels had to be changed to be shown. */
    public record Sanitised(long labels) {}
}
