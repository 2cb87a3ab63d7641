package com.opsatc.process.kpi.time;

import com.opsatc.kernel.outcome.Milestones.End;
import com.opsatc.process.kpi.measure.KpiParams;
import com.opsatc.process.kpi.measure.KpiVariant;
import com.opsatc.process.kpi.measure.Measurement;
import com.opsatc.process.kpi.measure.ProcessInput;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The time between two milestones of a case that its connector names, under {@code milestones} of the KPI. */
final class NamedMilestones {
    static final String FROM = "from";
    static final String TO = "to";
    static final String OCCURRENCE = "occurrence";
    static final List<String> OCCURRENCES = List.of("first", "last");

    private static final String MILESTONES = "milestones";

    private NamedMilestones() {}

    static boolean chosen(KpiVariant variant) {
        return variant.optionalChoice(FROM).isPresent();
    }

    /** One milestone alone, or one twice, has no time in between. */
    static Optional<String> problem(KpiVariant variant) {
        Optional<String> from = variant.optionalChoice(FROM);
        Optional<String> to = variant.optionalChoice(TO);
        if (from.isPresent() != to.isPresent()) {
            return Optional.of("with.from and with.to must both be given, or none");
        }

        if (from.isPresent() && from.equals(to)) {
            return Optional.of("with.from and with.to must be two milestones");
        }

        boolean last = !variant.choice(OCCURRENCE).equals(OCCURRENCES.get(0));
        return last && from.isEmpty()
                ? Optional.of("with.occurrence is of a milestone, and with.to names none")
                : Optional.empty();
    }

    /** A case that has not reached the end is open while nothing has ended it, or at risk. */
    static Measurement measure(ProcessInput in, KpiParams params, KpiVariant variant, CaseEnds ends, boolean atRisk) {
        Optional<KpiParams> named = params.nested(MILESTONES);
        Optional<String> lacking = Stream.of(FROM, TO)
                .map(variant::choice)
                .filter(milestone -> named.filter(all -> all.has(milestone)).isEmpty())
                .findFirst();
        if (lacking.isPresent()) {
            return new Measurement.NotMeasured(in.mapping().lacks("milestone " + lacking.get() + " of a case"));
        }

        if (atRisk && !ends.known()) {
            return ends.cannotTell(in);
        }

        KpiParams milestones = named.orElseThrow();
        Dataset<Row> lasted = CaseMilestones.between(
                in,
                Moment.of(milestones, variant.choice(FROM)),
                Moment.of(milestones, variant.choice(TO)),
                variant.choice(OCCURRENCE).equals("last") ? End.LAST : End.FIRST,
                ends,
                variant.clock());
        return new Measurement.Contributions(
                atRisk ? CaseMilestones.byStart(lasted) : CaseMilestones.byEnd(lasted), ends.known(), List.of());
    }
}
