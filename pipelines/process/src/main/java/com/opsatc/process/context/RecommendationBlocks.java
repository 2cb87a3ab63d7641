package com.opsatc.process.context;

import com.opsatc.contract.advice.EffectEnd;
import com.opsatc.contract.advice.Guardrail;
import com.opsatc.contract.advice.LookedAt;
import com.opsatc.contract.advice.Recommendation;
import com.opsatc.contract.advice.Recomputed;
import com.opsatc.contract.advice.Watch;
import com.opsatc.contract.claim.Direction;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.Trend;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.document.ContextFile.Block;
import com.opsatc.contract.document.ContextFile.NotRecommended;
import com.opsatc.contract.document.DocumentHeader;
import com.opsatc.contract.document.RecommendationsDocument;
import com.opsatc.contract.value.RecommendedValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Recommendations as blocks of facts. Each sentence is of a template of ours, with the title of the lever and one figure;
 * activities stand in it as references to labels.
 */
final class RecommendationBlocks {
    private static final String KIND = "recommendation";
    private static final BigDecimal P10_TO_P90 = new BigDecimal("0.8");

    private final DocumentHeader header;
    private final Map<String, String> titles;
    private final Labels labels;

    /** @param labels takes the subjects that are tenant text */
    RecommendationBlocks(DocumentHeader header, List<KpiValue> kpis, Labels labels) {
        this.header = header;
        this.titles = kpis.stream().collect(Collectors.toMap(KpiValue::id, KpiValue::title));
        this.labels = labels;
    }

    /** @param refused by process, how many files were refused whole */
    List<Block> of(RecommendationsDocument advice, Map<String, Long> refused) {
        return advice.recommendations().stream()
                .map(each -> block(
                        each,
                        advice.valueOf(each.process())
                                .map(value -> value.of(each.id()))
                                .orElse(List.of()),
                        refused.getOrDefault(each.process(), 0L)))
                .toList();
    }

    /** The processes without any, each with what was looked at. */
    static List<NotRecommended> none(RecommendationsDocument advice) {
        Map<String, List<LookedAt>> byProcess = new TreeMap<>();
        advice.lookedAt()
                .forEach(each -> byProcess
                        .computeIfAbsent(each.process(), process -> new ArrayList<>())
                        .add(each));
        return byProcess.entrySet().stream()
                .filter(process -> process.getValue().stream().allMatch(each -> each.recommended() == 0))
                .map(process -> new NotRecommended(process.getKey(), reason(process.getValue())))
                .toList();
    }

    private static String reason(List<LookedAt> looked) {
        return "Nothing that was looked at carries a recommendation: "
                + looked.stream().map(each -> each.sign().words()).collect(Collectors.joining(", ")) + ".";
    }

    private Block block(Recommendation advice, List<RecommendedValue> worth, long refused) {
        String during = subject(advice) + " of process " + header.titleOf(advice.process()) + ", "
                + advice.window().from() + " to " + advice.window().to() + ": ";
        String lever = "the recommendation '" + advice.title() + "'";
        String saves = advice.unit() == Unit.COUNT ? " would keep %s more promises" : " would save %s of elapsed time";
        Facts facts = new Facts(advice.id());
        end(facts, "conservative", during + lever + saves + " at the lower end, where ", advice, advice.conservative());
        end(facts, "optimistic", during + lever + saves + " at the most, where ", advice, advice.optimistic());
        facts.add(
                "part",
                during + "the lower end of " + lever + " is %s of "
                        + (advice.sign().isOfKpi() ? "the members of the KPI." : "the time of all cases."),
                Told.figure(advice.part(), Unit.RATIO, advice.n()));
        facts.count("n", during + lever + " is of %s " + members(advice) + ".", advice.n());
        facts.count("cases", during + lever + " is of %s cases.", advice.cases());
        if (advice.overlapRemoved().signum() > 0) {
            facts.add(
                    "overlap-removed",
                    during + lever
                            + " would save %s more at the most, had none ranked before addressed some of the same.",
                    Told.figure(advice.overlapRemoved(), advice.unit(), advice.n()));
        }
        worth.forEach(each -> worth(facts, during + lever, advice, each));
        guardrail(facts, advice);
        watch(facts, during, advice.watch());
        return Blocks.of(
                advice.id(),
                KIND,
                advice.definition(),
                facts,
                advice.evidence(),
                caveats(advice, worth, refused),
                labels);
    }

    /** In minor units, which are whole numbers that can be cited; from P10 to P90 lies eight in ten of what may come. */
    private static void worth(Facts facts, String of, Recommendation advice, RecommendedValue worth) {
        Told told = Told.figure(BigDecimal.valueOf(worth.money().p50()), Unit.COUNT, advice.n())
                .within(
                        P10_TO_P90,
                        BigDecimal.valueOf(worth.money().p10()),
                        BigDecimal.valueOf(worth.money().p90()),
                        "three-points");
        facts.add(
                "worth-" + worth.channel().symbol(),
                of + " would be worth %s " + worth.money().minorUnits() + " of "
                        + worth.channel().words() + told.range() + ".",
                told.read(Direction.HIGHER_IS_BETTER, Trend.NOT_MEASURED));
    }

    private static void end(Facts facts, String name, String sentence, Recommendation advice, EffectEnd end) {
        Told told = Told.figure(end.value(), advice.unit(), advice.n());
        Told ranged = end.interval() == null ? told : told.within(end.interval());
        facts.add(
                name,
                sentence + end.supposes() + ranged.range() + ".",
                ranged.read(Direction.HIGHER_IS_BETTER, Trend.NOT_MEASURED));
    }

    private void guardrail(Facts facts, Recommendation advice) {
        Guardrail guardrail = advice.guardrail();
        if (guardrail != null) {
            facts.add(
                    "guardrail",
                    "The KPI that must not suffer from '" + advice.title() + "', " + guardrail.title() + " of process "
                            + header.titleOf(advice.process()) + " as of " + header.asOf() + ": it is %s.",
                    Told.figure(guardrail.value(), guardrail.unit(), advice.n())
                            .read(guardrail.direction(), Trend.NOT_MEASURED));
        }
    }

    private static void watch(Facts facts, String during, Watch watch) {
        facts.add(
                "watch",
                during + "what shows whether it worked, the " + watch.figure() + ", is %s today.",
                Told.figure(watch.now(), watch.unit(), 1));
        facts.count(
                "watch-weeks",
                during + "it can be seen %s full weeks after the change at the earliest.",
                watch.weeks());
    }

    private static List<String> caveats(Recommendation advice, List<RecommendedValue> worth, long refused) {
        List<String> caveats = Caveats.of(advice.window(), refused);
        caveats.add(
                "Evidence: " + advice.status().words() + ". It says what could be done, and not why it is as it is.");
        caveats.add("The upper end is an upper bound. Time saved is elapsed time and no labour time.");
        caveats.add(
                worth.isEmpty()
                        ? "Its worth in money is not measured: the tenant declares no rate for what it saves."
                        : "Channels of worth are kept apart and not to be added; they rest on rates that the tenant declares.");
        caveats.add("What it is: " + advice.plain());
        caveats.add("Who usually owns such a change: " + advice.owner() + ".");
        advice.assumptions().forEach(each -> caveats.add("It assumes: " + each));
        advice.counterEvidence().forEach(each -> caveats.add("Against it: " + each));
        caveats.add("How one would see that it worked: " + advice.watch().rule());
        if (advice.conservative().recomputed() == Recomputed.NO) {
            caveats.add("Its lower end follows from the interval of the fall, which is not computed a second time.");
        }
        return caveats;
    }

    private static String members(Recommendation advice) {
        return switch (advice.sign()) {
            case LOWER_RATE -> "members of the KPI";
            case REPEATED_LATER, REPEATED_AT_ONCE, BACK_AND_FORTH -> "repetitions";
            default -> "passages";
        };
    }

    private String subject(Recommendation advice) {
        List<String> names = advice.subjects().stream()
                .map(each -> advice.sign().isOfKpi()
                        ? (titles.containsKey(each) ? titles.get(each) : labels.reference(each))
                        : labels.reference(each))
                .toList();
        if (advice.sign().isOfStep()) {
            return "The time from " + names.get(0) + " to " + names.get(1);
        }

        return names.size() > 1 ? "Going between " + names.get(0) + " and " + names.get(1) : names.get(0);
    }
}
