package com.opsatc.jobs.cli.view;

import com.opsatc.contract.claim.DefinitionSensitivity;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.document.KpisDocument;
import com.opsatc.contract.figure.Excluded;
import com.opsatc.jobs.cli.output.Cell;
import com.opsatc.jobs.cli.output.Column;
import com.opsatc.jobs.cli.output.Table;
import java.util.List;

/** A line a KPI; one that is not measured says why. */
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

    private KpiTable() {}

    static List<DocumentView.Titled> of(KpisDocument document) {
        Table kpis = new Table(COLUMNS, document.kpis().stream().map(KpiTable::row));
        if (document.sensitivity().isEmpty()) {
            return List.of(new DocumentView.Titled("", "", kpis));
        }

        return List.of(
                new DocumentView.Titled("", "KPIs", kpis),
                new DocumentView.Titled(
                        "definitions",
                        "How far the definition matters",
                        new Table(DEFINITIONS, document.sensitivity().stream().map(KpiTable::row))));
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
