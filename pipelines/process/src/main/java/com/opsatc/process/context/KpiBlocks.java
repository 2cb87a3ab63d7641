package com.opsatc.process.context;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.KpiState;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.Trend;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.document.ContextFile.Block;
import com.opsatc.contract.document.ContextFile.NotMeasured;
import com.opsatc.contract.figure.Excluded;
import com.opsatc.contract.figure.StartCohort;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A measured KPI as a block of facts. Its sentences are made of the definition's title, which is ours, and figures. */
final class KpiBlocks {
    private static final String KIND = "kpi";

    private KpiBlocks() {}

    /**
     * @param process what people call the KPI's process
     * @param asOf what is still open is open at this date
     * @param refused how many files of the KPI's process were refused whole
     * @param lost what else its figures do not know, each a sentence
     * @param trend where its figure is going
     * @param labels takes what the system of record calls the cited rows
     */
    static Block of(
            KpiValue kpi, String process, LocalDate asOf, long refused, List<String> lost, Trend trend, Labels labels) {
        String subject = kpi.title() + " of process " + process;
        String during =
                subject + ", " + kpi.window().from() + " to " + kpi.window().to() + ": ";
        String figure = kpi.aggregation().spoken();
        Facts facts = new Facts(kpi.id());
        Told told = Told.figure(kpi.value(), kpi.unit(), kpi.n());
        Told own = (kpi.companions().containsKey(FigureName.AT_LEAST)
                        ? told.without(
                                "It has no upper end, since too many members are open; the lower one stands beside it.")
                        : told.within(kpi.interval()))
                .read(kpi.direction(), trend);
        String is = kpi.beyond() == null ? " is " : " is " + StartCohort.MORE_THAN;
        facts.add("value", during + "the " + figure + is + "%s" + own.basis() + own.reading() + ".", own);
        companions(facts, kpi, during);
        if (kpi.open() != null && kpi.open() > 0) {
            String taken = kpi.aggregation() == Aggregation.SURVIVAL_MEDIAN
                    ? "taken as longer than they have been open so far"
                    : "not counted";
            facts.count(
                    "open", subject + " as of " + asOf + ": %s members are still open and " + taken + ".", kpi.open());
        }

        for (Excluded excluded : kpi.excluded()) {
            facts.count(
                    "excluded." + excluded.reason(),
                    subject + " as of " + asOf + ": %s members are left out for the reason " + excluded.reason() + ".",
                    excluded.n());
        }

        List<String> caveats = Caveats.of(kpi.window(), refused);
        caveats.addAll(lost);
        if (kpi.quarantined() != null && kpi.quarantined().rows() > 0) {
            caveats.add(kpi.quarantined().caveat());
        }
        if (kpi.open() == null) {
            caveats.add("Open: not known. The extract does not tell open members from closed ones.");
        }
        if (kpi.tolerance() != null) {
            caveats.add("Its tolerance is: " + kpi.tolerance().text() + ".");
        }
        if (kpi.state() == KpiState.LOW_N) {
            caveats.add("It rests on few members.");
        }

        caveats.addAll(kpi.caveats());
        return Blocks.of(kpi.id(), KIND, kpi.definition(), facts, kpi.evidence(), caveats, labels);
    }

    static NotMeasured notMeasured(KpiValue kpi) {
        return new NotMeasured(kpi.id(), kpi.definition(), kpi.reason());
    }

    /** A median among the companions is the figure itself, when that is one. */
    private static void companions(Facts facts, KpiValue kpi, String during) {
        for (Map.Entry<FigureName, BigDecimal> companion : kpi.companions().entrySet()) {
            FigureName name = companion.getKey();
            if (name == FigureName.P50 && kpi.aggregation() == Aggregation.MEDIAN) {
                continue;
            }

            Unit unit = name.unit(kpi.unit());
            facts.add(
                    name.symbol().replace('_', '-'),
                    during + "the " + name.spoken() + " is %s.",
                    unit == Unit.COUNT
                            ? Told.count(companion.getValue().longValueExact())
                            : Told.figure(companion.getValue(), unit, kpi.n())
                                    .read(kpi.direction(), Trend.NOT_MEASURED));
        }
    }
}
