package com.opsatc.jobs.report.csv;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.advice.RealisedEffect;
import com.opsatc.contract.advice.StepChange;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.guard.GuardFigure;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.value.ChannelTotal;
import com.opsatc.contract.value.MoneyRange;
import com.opsatc.contract.value.QuantityRange;
import com.opsatc.jobs.report.csv.CsvLink.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tables of what guards figures, of what advice would be worth and of what came of it as data: as {@link CsvTables}. */
public record AdviceCsv(TenantId tenant) {
    public AdviceCsv {
        requireNonNull(tenant, "tenant");
    }

    /** Empty cells of a guard that is not measured. */
    public CsvLink guards(String process, List<GuardFigure> guards, Map<String, KpiValue> kpis) {
        return CsvLink.of(
                tenant,
                "Guards",
                process + "-guards",
                List.of("kpi", "value", "low", "high", "n", "unit", "verdict", "guarded"),
                guards.stream().map(guard -> guard(guard, kpis.get(guard.id()))).toList());
    }

    private static Row guard(GuardFigure guard, KpiValue kpi) {
        boolean interval = kpi.measured() && kpi.interval() != null;
        return new Row(
                guard.id(),
                kpi.measured() ? kpi.value() : null,
                interval ? kpi.interval().low() : null,
                interval ? kpi.interval().high() : null,
                kpi.measured() ? kpi.n() : null,
                kpi.unit().symbol(),
                guard.verdict().name().toLowerCase(Locale.ROOT),
                String.join(" ", guard.guarded()));
    }

    /** Money in the currency's smallest unit. */
    public CsvLink worth(String process, List<ChannelTotal> totals) {
        return CsvLink.of(
                tenant,
                "What it would be worth",
                process + "-worth",
                List.of(
                        "channel",
                        "currency",
                        "p10",
                        "p50",
                        "p90",
                        "quantity_low",
                        "quantity_middle",
                        "quantity_high",
                        "rate"),
                totals.stream().map(AdviceCsv::total).toList());
    }

    private static Row total(ChannelTotal total) {
        MoneyRange money = total.money();
        QuantityRange quantity = total.quantity();
        return new Row(
                total.channel().symbol(),
                money.currency(),
                money.p10(),
                money.p50(),
                money.p90(),
                quantity.low(),
                quantity.middle(),
                quantity.high(),
                total.rate());
    }

    /** The step that was touched, then its peers. */
    public CsvLink realised(RealisedEffect effect) {
        List<StepChange> steps = new ArrayList<>();
        if (effect.step() != null) {
            steps.add(effect.step());
        }
        steps.addAll(effect.peers());
        return CsvLink.of(
                tenant,
                "Before and since",
                effect.id() + "-steps",
                List.of("from", "to", "untouched", "before", "median_before_us", "since", "median_since_us"),
                steps.stream()
                        .map(step -> new Row(
                                step.subjects().get(0),
                                step.subjects().get(1),
                                Boolean.toString(!step.equals(effect.step())),
                                step.before(),
                                step.medianBeforeUs(),
                                step.after(),
                                step.medianAfterUs()))
                        .toList());
    }
}
