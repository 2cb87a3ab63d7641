package com.opsatc.process.run.stage;

import com.opsatc.contract.ageing.ProcessAgeing;
import com.opsatc.contract.claim.Alternation;
import com.opsatc.contract.claim.Bottleneck;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.OutOfScopeWait;
import com.opsatc.contract.document.FindingsDocument.NotSupported;
import com.opsatc.contract.document.ProcessWaiting;
import com.opsatc.contract.document.QualityDocument.OrderCheck;
import com.opsatc.contract.guard.GuardFigure;
import com.opsatc.contract.unusual.UnusualStep;
import com.opsatc.process.ageing.KnownUntil;
import com.opsatc.process.bottleneck.Bottlenecks;
import com.opsatc.process.bottleneck.DeclaredWaits;
import com.opsatc.process.bottleneck.UnusualSteps;
import com.opsatc.process.evidence.EvidenceSink;
import com.opsatc.process.finding.Findings;
import com.opsatc.process.finding.Findings.Found;
import com.opsatc.process.finding.Findings.Looked;
import com.opsatc.process.kpi.GuardFigures;
import com.opsatc.process.kpi.Kpis;
import com.opsatc.process.kpi.MeasuredKpi;
import com.opsatc.process.kpi.measure.KpiMapping;
import com.opsatc.process.kpi.measure.ProcessInput;
import com.opsatc.process.kpi.time.MilestoneOrders;
import com.opsatc.process.recommend.Advice;
import com.opsatc.process.recommend.Considered;
import com.opsatc.process.recommend.Recommendations;
import com.opsatc.process.run.input.RunConfiguration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** From mined processes to claims: KPIs, the ranking of bottlenecks, findings and recommendations, each with its evidence written. */
public final class FiguresStage {
    private FiguresStage() {}

    /** All that a run claims. */
    public record Figures(
            List<KpiValue> kpis,
            List<GuardFigure> guards,
            List<Bottleneck> bottlenecks,
            List<OutOfScopeWait> outOfScope,
            List<Alternation> alternations,
            List<UnusualStep> unusual,
            List<Finding> findings,
            List<NotSupported> notSupported,
            List<ProcessWaiting> waiting,
            List<ProcessAgeing> ageing,
            List<OrderCheck> orders,
            List<Advice> advice) {
        public Figures {
            guards = List.copyOf(guards);
            waiting = List.copyOf(waiting);
            ageing = List.copyOf(ageing);
            outOfScope = List.copyOf(outOfScope);
            alternations = List.copyOf(alternations);
            unusual = List.copyOf(unusual);
            kpis = List.copyOf(kpis);
            bottlenecks = List.copyOf(bottlenecks);
            findings = List.copyOf(findings);
            notSupported = List.copyOf(notSupported);
            orders = List.copyOf(orders);
            advice = List.copyOf(advice);
        }
    }

    public static Figures run(
            List<ProcessState> processes, RunConfiguration configuration, LocalDate asOf, EvidenceSink sink) {
        List<KpiValue> kpis = new ArrayList<>();
        List<GuardFigure> guards = new ArrayList<>();
        List<Bottleneck> bottlenecks = new ArrayList<>();
        List<OutOfScopeWait> outOfScope = new ArrayList<>();
        List<Alternation> alternations = new ArrayList<>();
        List<UnusualStep> unusual = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        List<NotSupported> notSupported = new ArrayList<>();
        List<ProcessWaiting> waiting = new ArrayList<>();
        List<ProcessAgeing> ageing = new ArrayList<>();
        List<OrderCheck> orders = new ArrayList<>();
        List<Advice> advice = new ArrayList<>();
        for (ProcessState process : processes) {
            // Each figure asks these rows a question of its own; unkept, each would read and join the tables again.
            List<Dataset<Row>> kept = Stream.of(
                            process.mined().named(), process.mined().stepLog())
                    .distinct()
                    .toList();
            kept.forEach(rows -> rows.persist(StorageLevel.MEMORY_AND_DISK()));
            try {
                List<OrderCheck> checked = new MilestoneOrders(
                                process.connector().milestones(), configuration.zone())
                        .checks(process.connector().process(), process.mined().named());
                orders.addAll(checked);
                DeclaredWaits waits = waits(process, configuration);
                ProcessInput input = input(process, configuration, asOf);
                Looked looked = looked(process, input, configuration, waits, sink, checked);
                process.mined().writePaths(input.system(), configuration.zone(), sink);
                Found found = Findings.of(looked, sink);
                ProcessWaiting causes = process.mined().waiting(input.clocks());
                waiting.add(causes);
                ageing.add(process.mined().ageing(input.system(), new KnownUntil(asOf, configuration.zone())));
                advice.add(Recommendations.of(
                        new Considered(
                                looked,
                                found,
                                configuration.levers(),
                                process.mined().stepsAreExecutions(),
                                process.checks(),
                                configuration.declaredOf(process.connector().process()),
                                causes),
                        sink));
                alternations.addAll(
                        process.mined().alternations(process.connector().system()));
                unusual.addAll(
                        UnusualSteps.of(process.mined().steps(), process.mined().stepLog(), input.system()));
                outOfScope.addAll(waits.outOfScope(process.mined().steps()));
                bottlenecks.addAll(found.bottlenecks());
                FigureCaveats caveats = FigureCaveats.of(process, found.kpis(), configuration.definitions());
                List<GuardFigure> guarding =
                        GuardFigures.of(found.kpis(), found.findings(), configuration.definitions());
                guards.addAll(guarding);
                Map<String, List<String>> guarded = GuardFigures.caveats(guarding, found.kpis());
                found.kpis()
                        .forEach(kpi ->
                                kpis.add(caveats.with(kpi).withCaveats(guarded.getOrDefault(kpi.id(), List.of()))));
                found.findings().forEach(finding -> findings.add(caveats.with(finding)));
                notSupported.addAll(found.notSupported());
            } finally {
                kept.forEach(Dataset::unpersist);
            }
        }

        return new Figures(
                kpis,
                guards,
                bottlenecks,
                outOfScope,
                alternations,
                unusual,
                findings,
                notSupported,
                waiting,
                ageing,
                orders,
                advice);
    }

    private static ProcessInput input(ProcessState process, RunConfiguration configuration, LocalDate asOf) {
        ProcessInput walled = new ProcessInput(
                process.connector().process(),
                process.connector().system(),
                KpiMapping.of(process.connector()),
                process.mined().named(),
                process.objects(),
                configuration.zone(),
                asOf);
        return walled.with(DeclaredCalendar.clocks(walled, configuration));
    }

    /** Measures the KPIs of a process: all that findings are looked for in. */
    private static Looked looked(
            ProcessState process,
            ProcessInput input,
            RunConfiguration configuration,
            DeclaredWaits waits,
            EvidenceSink sink,
            List<OrderCheck> orders) {
        List<MeasuredKpi> measured = Kpis.measure(input, configuration.definitions(), sink);
        return new Looked(
                input,
                measured,
                Bottlenecks.rank(process.mined().steps(), waits, orders),
                process.mined().steps(),
                process.mined().stepLog(),
                process.mined().weeks(),
                configuration.definitions(),
                waits);
    }

    private static DeclaredWaits waits(ProcessState process, RunConfiguration configuration) {
        return DeclaredWaits.of(
                process.connector().process(),
                process.connector().scope(),
                configuration.tenantScope(process.connector().process()),
                process.mined().codes().activities());
    }
}
