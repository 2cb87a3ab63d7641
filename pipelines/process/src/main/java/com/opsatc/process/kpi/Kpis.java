package com.opsatc.process.kpi;

import com.opsatc.contract.claim.Definition;
import com.opsatc.contract.claim.Definitions;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.process.evidence.EvidenceSink;
import com.opsatc.process.kpi.measure.Kpi;
import com.opsatc.process.kpi.measure.KpiParams;
import com.opsatc.process.kpi.measure.KpiVariant;
import com.opsatc.process.kpi.measure.Measurement;
import com.opsatc.process.kpi.measure.MemberAttributes;
import com.opsatc.process.kpi.measure.ProcessInput;
import com.opsatc.process.kpi.measure.SharedRows;
import com.opsatc.process.kpi.order.OrderShare;
import com.opsatc.process.kpi.order.PromiseSlip;
import com.opsatc.process.kpi.time.BulkEnds;
import com.opsatc.process.kpi.time.CycleTime;
import com.opsatc.process.kpi.time.DateOnlyEnds;
import com.opsatc.process.kpi.time.DecisionCompression;
import com.opsatc.process.kpi.time.DecisionLatency;
import com.opsatc.process.kpi.time.DecisionReversed;
import com.opsatc.process.kpi.time.ExceptionHold;
import com.opsatc.process.kpi.time.ExceptionMttr;
import com.opsatc.process.kpi.time.ExceptionReopened;
import com.opsatc.process.kpi.time.OnboardingInTime;
import com.opsatc.process.kpi.time.OnboardingVelocity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The families of outcome KPIs, one line each; their variants are definitions. */
public final class Kpis {
    static final List<Kpi> ALL = List.of(
            new BulkEnds(),
            new CycleTime(),
            new DateOnlyEnds(),
            new DecisionCompression(),
            new DecisionLatency(),
            new DecisionReversed(),
            new ExceptionHold(),
            new ExceptionMttr(),
            new ExceptionReopened(),
            OrderShare.inFull(),
            new OnboardingInTime(),
            new OnboardingVelocity(),
            OrderShare.onTime(),
            OrderShare.otif(),
            new PromiseSlip());

    private Kpis() {}

    /**
     * The variants that definitions name, in the order of their ids.
     *
     * @throws PipelineException (configuration) that lists every family, option and value that there is none of
     */
    public static List<KpiVariant> variants(Definitions definitions) {
        return variants(ALL, definitions);
    }

    private static List<KpiVariant> variants(List<Kpi> families, Definitions definitions) {
        List<String> names = ALL.stream().map(Kpi::family).toList();
        List<KpiVariant> variants = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (Definition definition : definitions.all()) {
            String family = definition.kpi();
            if (family != null && !names.contains(family)) {
                wrong.add("definition " + definition.id() + ": no kpi " + family + KpiVariant.meant(family, names)
                        + "; there are " + names);
            }

            for (Kpi kpi : families) {
                if (kpi.family().equals(family)) {
                    KpiVariant variant = KpiVariant.of(kpi, definition);
                    variant.problems().forEach(problem -> wrong.add("definition " + definition.id() + ": " + problem));
                    variants.add(variant);
                }
            }
        }

        if (!wrong.isEmpty()) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION, "Cannot use the definitions: " + String.join("; ", wrong));
        }
        return variants;
    }

    /**
     * Measures every KPI of a process, in the order of their ids; one that the extract cannot support is not measured, with
     * the reason.
     */
    public static List<MeasuredKpi> measure(ProcessInput in, Definitions definitions, EvidenceSink sink) {
        return measure(ALL, in, definitions, sink);
    }

    static List<MeasuredKpi> measure(List<Kpi> families, ProcessInput in, Definitions definitions, EvidenceSink sink) {
        Map<KpiVariant, MeasuredKpi> measured = new LinkedHashMap<>();
        try (SharedRows shared = new SharedRows()) {
            for (KpiVariant variant : variants(families, definitions)) {
                measured.put(variant, published(variant, in, shared, sink));
            }
        }

        OtifAgreement.require(measured, in.mapping());
        return measured.values().stream()
                .sorted(Comparator.comparing(kpi -> kpi.value().id()))
                .toList();
    }

    private static MeasuredKpi published(KpiVariant variant, ProcessInput in, SharedRows shared, EvidenceSink sink) {
        Kpi family = variant.family();
        Optional<KpiParams> entry = family.entries().stream()
                .flatMap(name -> in.mapping().params(name).stream())
                .findFirst();
        if (entry.isEmpty()) {
            return notMeasured(variant, in, in.mapping().reason(family.entries().get(0)));
        }

        if (in.clocks().find(variant.clock()).isEmpty()) {
            return notMeasured(variant, in, "No business calendar is declared for process " + in.process() + ".");
        }

        Measurement measurement = family.measure(in, entry.get(), variant, shared);
        if (measurement instanceof Measurement.Contributions contributions) {
            MeasuredKpi kpi = KpiValues.of(variant.definition(), in, MemberAttributes.with(contributions, in), sink);
            return kpi.members().isEmpty() ? kpi : kpi.outOf(family.members(in, entry.get(), variant, shared));
        }

        return notMeasured(variant, in, ((Measurement.NotMeasured) measurement).reason());
    }

    private static MeasuredKpi notMeasured(KpiVariant variant, ProcessInput in, String reason) {
        Definition definition = variant.definition();
        String id = KpiValues.id(in.process(), definition.id());
        return new MeasuredKpi(KpiValue.notMeasured(id, in.process(), definition, reason), Optional.empty());
    }
}
