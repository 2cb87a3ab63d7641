package com.opsatc.jobs.cli.view;

import com.opsatc.contract.claim.DefinitionSensitivity;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.document.KpisDocument;
import com.opsatc.contract.figure.Excluded;
import com.opsatc.contract.guard.GuardFigure;
import com.opsatc.contract.guard.GuardSign;
import com.opsatc.jobs.cli.output.Cell;
import com.opsatc.jobs.cli.output.Column;
import com.opsatc.jobs.cli.output.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A line a KPI; those that are not measured say why, on a terminal all of one reason together. */
final class KpiTable {
    private static final List<Column> COLUMNS = List.of(
            Column.text("id", "id"),
            Column.text("title", "KPI"),
            Column.figure("value", "value"),
            Column.symbol("unit"),
            Column.figure("low", "low"),
            Column.figure("high", "high"),
            Column.count("n", "n"),
            Column.count("excluded", "excluded"),
            Column.count("open", "open"),
            Column.count("quarantined", "quarantined"),
            Column.share("quarantined_share", "of rows"),
            Column.coded("state", "state"),
            Column.text("reason", "why"));

    private static final List<Column> DEFINITIONS = List.of(
            Column.text("process", "process"),
            Column.text("family", "KPI"),
            Column.count("definitions", "definitions"),
            Column.count("figures", "figures"),
            Column.figure("lowest", "lowest"),
            Column.symbol("unit"),
            Column.text("lowest_id", "of"),
            Column.figure("highest", "highest"),
            Column.text("highest_id", "of"),
            Column.text("step_from", "largest step from"),
            Column.text("step_to", "to"));

    private static final List<Column> GUARDS = List.of(
            Column.text("id", "guard"),
            Column.figure("value", "value"),
            Column.figure("low", "low"),
            Column.figure("high", "high"),
            Column.count("n", "n"),
            Column.figure("above", "signals above"),
            Column.coded("verdict", "says"),
            Column.text("signs", "since it is"),
            Column.text("guarded", "of"));

    private static final List<Column> NOT_MEASURED = List.of(
            Column.text("process", "process"),
            Column.text("reason", "why"),
            Column.count("definitions", "definitions"),
            Column.text("ids", "which"));

    private KpiTable() {}

    static List<DocumentView.Titled> of(KpisDocument document) {
        return titled(new Table(COLUMNS, document.kpis().stream().map(KpiTable::row)), beside(document));
    }

    /** Measured ones a line each; then a line for each process and reason, with all that is not measured for it. */
    static List<DocumentView.Titled> read(KpisDocument document) {
        List<DocumentView.Titled> beside = new ArrayList<>(beside(document));
        if (!document.kpis().stream().allMatch(KpiValue::measured)) {
            beside.add(new DocumentView.Titled("not-measured", "Not measured", notMeasured(document)));
        }
        return titled(
                new Table(
                        COLUMNS,
                        document.kpis().stream().filter(KpiValue::measured).map(KpiTable::row)),
                beside);
    }

    private static List<DocumentView.Titled> titled(Table kpis, List<DocumentView.Titled> beside) {
        List<DocumentView.Titled> all = new ArrayList<>();
        all.add(new DocumentView.Titled("", beside.isEmpty() ? "" : "KPIs", kpis));
        all.addAll(beside);
        return all;
    }

    private static List<DocumentView.Titled> beside(KpisDocument document) {
        List<DocumentView.Titled> beside = new ArrayList<>();
        if (!document.guards().isEmpty()) {
            beside.add(new DocumentView.Titled(
                    "guards",
                    "Could a figure look better than the work is?",
                    new Table(GUARDS, document.guards().stream().map(guard -> row(guard, document)))));
        }
        if (!document.sensitivity().isEmpty()) {
            beside.add(new DocumentView.Titled(
                    "definitions",
                    "How far the definition matters",
                    new Table(DEFINITIONS, document.sensitivity().stream().map(KpiTable::row))));
        }
        return beside;
    }

    private static List<Object> row(GuardFigure guard, KpisDocument document) {
        KpiValue kpi = document.kpis().stream()
                .filter(each -> each.id().equals(guard.id()))
                .findFirst()
                .orElseThrow();
        boolean interval = kpi.interval() != null;
        return Table.row(
                guard.id(),
                Cell.figure(kpi.value(), kpi.unit()),
                interval ? Cell.figure(kpi.interval().low(), kpi.unit()) : null,
                interval ? Cell.figure(kpi.interval().high(), kpi.unit()) : null,
                kpi.n(),
                Cell.figure(guard.rule().above(), kpi.unit()),
                Cell.coded(guard.verdict().symbol(), guard.verdict().words()),
                guard.signs().isEmpty()
                        ? null
                        : guard.signs().stream().map(GuardSign::words).collect(Collectors.joining(", ")),
                String.join(", ", guard.guarded()));
    }

    private static Table notMeasured(KpisDocument document) {
        Map<List<String>, List<String>> byReason = document.kpis().stream()
                .filter(kpi -> !kpi.measured())
                .collect(Collectors.groupingBy(
                        kpi -> List.of(kpi.process(), kpi.reason()),
                        LinkedHashMap::new,
                        Collectors.mapping(kpi -> kpi.definition().id(), Collectors.toList())));
        return new Table(
                NOT_MEASURED,
                byReason.entrySet().stream()
                        .map(each -> Table.row(
                                each.getKey().get(0),
                                each.getKey().get(1),
                                (long) each.getValue().size(),
                                String.join(", ", each.getValue()))));
    }

    private static List<Object> row(DefinitionSensitivity family) {
        DefinitionSensitivity.Step step = family.step();
        return Table.row(
                family.process(),
                family.family(),
                (long) family.variants().size(),
                (long) family.figures(),
                Cell.figure(family.lowest().value(), family.unit()),
                family.unit().symbol(),
                family.lowest().id(),
                Cell.figure(family.highest().value(), family.unit()),
                family.highest().id(),
                step == null ? null : step.from(),
                step == null ? null : step.to());
    }

    private static List<Object> row(KpiValue kpi) {
        boolean interval = kpi.interval() != null;

        return Table.row(
                kpi.id(),
                kpi.title(),
                kpi.beyond() == null ? Cell.figure(kpi.value(), kpi.unit()) : Cell.moreThan(kpi.value(), kpi.unit()),
                kpi.unit().symbol(),
                interval ? Cell.figure(kpi.interval().low(), kpi.unit()) : null,
                interval ? Cell.figure(kpi.interval().high(), kpi.unit()) : null,
                kpi.n(),
                kpi.excluded().stream().mapToLong(Excluded::n).sum(),
                kpi.open(),
                kpi.quarantined() == null ? null : kpi.quarantined().rows(),
                kpi.quarantined() == null ? null : kpi.quarantined().share(),
                Cell.coded(kpi.state().symbol(), kpi.state().words()),
                kpi.beyond() == null ? kpi.reason() : "Too many members are open to say more than a bound.");
    }
}
