package com.opsatc.process.kpi;

import com.opsatc.contract.claim.Definition;
import com.opsatc.contract.claim.Definitions;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.process.evidence.EvidenceSink;
import com.opsatc.process.kpi.measure.Kpi;
import com.opsatc.process.kpi.measure.KpiMapping;
import com.opsatc.process.kpi.measure.Measurement;
import com.opsatc.process.kpi.measure.ProcessInput;
import com.opsatc.process.kpi.measure.SharedRows;
import com.opsatc.process.kpi.order.InFullLine;
import com.opsatc.process.kpi.order.InFullOrder;
import com.opsatc.process.kpi.order.OnTimeLine;
import com.opsatc.process.kpi.order.OnTimeOrder;
import com.opsatc.process.kpi.order.OtifLine;
import com.opsatc.process.kpi.order.OtifOrder;
import com.opsatc.process.kpi.time.CycleTime;
import com.opsatc.process.kpi.time.DecisionCompression;
import com.opsatc.process.kpi.time.DecisionLatency;
import com.opsatc.process.kpi.time.ExceptionMttr;
import com.opsatc.process.kpi.time.ExceptionMttrLast;
import com.opsatc.process.kpi.time.OnboardingVelocity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The outcome KPIs: one line each. */
public final class Kpis {
    static final List<Kpi> ALL = List.of(
            new CycleTime(),
            new DecisionCompression(),
            new DecisionLatency(),
            new ExceptionMttr(),
            new ExceptionMttrLast(),
            new InFullLine(),
            new InFullOrder(),
            new OnboardingVelocity(),
            new OnTimeLine(),
            new OnTimeOrder(),
            new OtifLine(),
            new OtifOrder());

    private Kpis() {}

    /**
     * Measures every KPI of a process, in the order of their ids; one that the extract cannot support is not measured, with
     * the reason.
     */
    public static List<MeasuredKpi> measure(ProcessInput in, Definitions definitions, EvidenceSink sink) {
        return measure(ALL, in, definitions, sink);
    }

    static List<MeasuredKpi> measure(List<Kpi> kpis, ProcessInput in, Definitions definitions, EvidenceSink sink) {
        List<MeasuredKpi> measured = new ArrayList<>();
        try (SharedRows shared = new SharedRows()) {
            for (Kpi kpi : kpis) {
                Measurement measurement = measurement(kpi, in, shared);
                measured.add(published(measurement, in, definitions.require(kpi.definitionId()), sink));
            }
        }

        OtifAgreement.require(measured, onTimeAsOtif(in.mapping()));
        measured.sort(Comparator.comparing(kpi -> kpi.value().id()));
        return List.copyOf(measured);
    }

    /** Whether on time is of the same lines as OTIF, and by the delivery that completes them. */
    private static boolean onTimeAsOtif(KpiMapping mapping) {
        boolean completing = mapping.params("otif")
                .flatMap(params -> params.optionalText("on-time-by"))
                .map("completing"::equals)
                .orElse(true);
        return completing && mapping.params("on-time").isEmpty();
    }

    private static Measurement measurement(Kpi kpi, ProcessInput in, SharedRows shared) {
        return kpi.entries().stream()
                .flatMap(entry -> in.mapping().params(entry).stream())
                .findFirst()
                .map(params -> kpi.measure(in, params, shared))
                .orElseGet(() -> new Measurement.NotMeasured(
                        in.mapping().reason(kpi.entries().get(0))));
    }

    private static MeasuredKpi published(
            Measurement measurement, ProcessInput in, Definition definition, EvidenceSink sink) {
        if (measurement instanceof Measurement.Contributions contributions) {
            return KpiValues.of(definition, in, contributions, sink);
        }

        String reason = ((Measurement.NotMeasured) measurement).reason();
        String id = KpiValues.id(in.process(), definition.id());
        return new MeasuredKpi(KpiValue.notMeasured(id, in.process(), definition, reason), Optional.empty());
    }
}
