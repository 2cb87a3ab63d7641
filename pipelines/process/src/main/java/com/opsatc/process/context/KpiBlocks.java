package com.opsatc.process.context;

import com.opsatc.contract.ContextFile.Block;
import com.opsatc.contract.ContextFile.NotMeasured;
import com.opsatc.contract.Excluded;
import com.opsatc.contract.KpiValue;
import com.opsatc.contract.Unit;
import java.util.ArrayList;
import java.util.List;

/** A measured KPI as a block of facts. Its sentences are made of the definition's title, which is ours, and figures. */
final class KpiBlocks {
    private static final String KIND = "kpi";

    private KpiBlocks() {}

    static Block of(KpiValue kpi) {
        Facts facts = new Facts(kpi.id());
        facts.add("value", kpi.title() + ": the " + word(kpi) + " is %s.", kpi.value(), kpi.unit());
        facts.count("n", kpi.title() + " counts %s members.", kpi.n());
        if (kpi.unit() == Unit.MICROSECONDS) {
            companion(facts, kpi, "mean", "the mean");
            companion(facts, kpi, "p90", "the ninetieth percentile");
        }

        if (kpi.interval() != null) {
            facts.add(
                    "low",
                    kpi.title() + ": the interval begins at %s.",
                    kpi.interval().low(),
                    kpi.unit());
            facts.add(
                    "high",
                    kpi.title() + ": the interval ends at %s.",
                    kpi.interval().high(),
                    kpi.unit());
        }

        if (kpi.open() > 0) {
            facts.count("open", kpi.title() + ": %s are still open and not counted.", kpi.open());
        }

        for (Excluded excluded : kpi.excluded()) {
            facts.count(
                    "excluded." + excluded.reason(),
                    kpi.title() + ": %s are left out for the reason " + excluded.reason() + ".",
                    excluded.n());
        }

        List<String> caveats = new ArrayList<>();
        caveats.add("It covers " + kpi.window().from() + " to " + kpi.window().to() + ".");
        if (kpi.state().equals(KpiValue.LOW_N)) {
            caveats.add("It rests on few members.");
        }

        return Blocks.of(kpi.id(), KIND, kpi.definition(), facts, kpi.evidence(), caveats);
    }

    static NotMeasured notMeasured(KpiValue kpi) {
        return new NotMeasured(kpi.id(), kpi.definition(), kpi.reason());
    }

    private static void companion(Facts facts, KpiValue kpi, String name, String words) {
        if (kpi.companions().containsKey(name)) {
            facts.add(
                    name,
                    kpi.title() + ": " + words + " is %s.",
                    kpi.companions().get(name),
                    kpi.unit());
        }
    }

    private static String word(KpiValue kpi) {
        return switch (kpi.aggregation()) {
            case SHARE -> "share";
            case MEDIAN -> "median";
            case MEAN -> "mean";
            case P90 -> "ninetieth percentile";
            case COUNT -> "count";
            case SUM, SUM_ABOVE_P25 -> "sum";
        };
    }
}
