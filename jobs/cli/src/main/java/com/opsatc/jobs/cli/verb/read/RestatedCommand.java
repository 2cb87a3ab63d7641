package com.opsatc.jobs.cli.verb.read;

import com.opsatc.boundary.gate.WriteGates;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.figure.Humane;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.text.Nearest;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.output.CsvTable;
import com.opsatc.jobs.cli.output.OutputFormat;
import com.opsatc.jobs.cli.output.Table;
import com.opsatc.jobs.cli.output.Terminal;
import com.opsatc.jobs.cli.output.TextTable;
import com.opsatc.jobs.cli.restate.RestatedTables;
import com.opsatc.jobs.cli.restate.RestatedWeek;
import com.opsatc.jobs.cli.restate.Restatements;
import com.opsatc.tenancy.run.Head;
import com.opsatc.tenancy.run.Heads;
import com.opsatc.tenancy.run.Published;
import com.opsatc.tenancy.scope.Purpose;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code opsatc restated}: weeks whose figure is another now than when it was first published. */
@Command(
        name = "restated",
        description = {
            "Weeks of KPIs whose figure is another now than when a run first published the whole week: as known then, as known"
                    + " now, and which extract files came since.",
            "With --kpi also how many members moved each week, and the late records that moved them."
        })
public final class RestatedCommand implements Callable<Integer> {
    private final OpsatcCommand opsatc;

    @Spec
    private CommandSpec spec;

    @Mixin
    private WhichRun which;

    @Option(names = "--kpi", paramLabel = "ID", description = "Of one KPI, with the records that moved it.")
    private String kpi;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, json or csv (default: ${DEFAULT-VALUE}).")
    private OutputFormat format;

    public RestatedCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    /**
     * What is shown.
     *
     * @param runs how many runs were published before, {@code unreadable} how many of them cannot be read any more
     * @param weeks how many weeks of KPIs one of them had published whole
     */
    record Ledger(String runId, long runs, long unreadable, long weeks, List<RestatedWeek> restated) {}

    @Override
    public Integer call() {
        if (format == OutputFormat.ARROW) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--output': this verb writes text, json or csv");
        }

        return Reading.of(opsatc, which, Purpose.READ, reading -> {
            Ledger ledger = ledger(reading);
            if (format == OutputFormat.CSV) {
                reading.passGate(WriteGates.TABLE_EXPORT, Documents.KPIS.name(), OutputFormat.CSV.toString());
            }
            show(ledger);

            return 0;
        });
    }

    private Ledger ledger(Reading reading) {
        Published now = reading.published();
        List<KpiValue> kpis = chosen(now.read(Documents.KPIS).kpis());
        Restatements restatements = new Restatements();
        Map<String, Published> runs = new LinkedHashMap<>();
        long earlier = 0;
        long unreadable = 0;
        for (Head head : Heads.list(reading.scope())) {
            if (head.sequence() >= now.head().sequence()) {
                break;
            }

            earlier++;
            try {
                Published run = Published.of(reading.scope(), head);
                restatements.published(run.manifest(), run.read(Documents.KPIS).kpis());
                runs.putIfAbsent(head.runId(), run);
            } catch (PipelineException e) {
                if (e.code() != ErrorCode.STORE) {
                    throw e;
                }

                unreadable++;
            }
        }

        List<RestatedWeek> restated = restatements.since(now.manifest(), kpis);
        return new Ledger(
                now.manifest().runId(),
                earlier,
                unreadable,
                restatements.known(kpis),
                kpi == null ? restated : explained(restated, runs, now));
    }

    /** By the run that published them first, then by week. */
    private static List<RestatedWeek> explained(
            List<RestatedWeek> restated, Map<String, Published> runs, Published now) {
        Map<String, List<RestatedWeek>> byRun = new LinkedHashMap<>();
        restated.forEach(week -> byRun.computeIfAbsent(week.then().runId(), run -> new ArrayList<>())
                .add(week));
        List<RestatedWeek> explained = new ArrayList<>();
        byRun.forEach((run, weeks) -> explained.addAll(Restatements.explained(weeks, runs.get(run), now)));
        return explained;
    }

    private List<KpiValue> chosen(List<KpiValue> kpis) {
        if (kpi == null) {
            return kpis;
        }

        List<KpiValue> found =
                kpis.stream().filter(each -> each.id().equals(kpi)).toList();
        if (found.isEmpty()) {
            List<String> near = Nearest.of(kpi, kpis.stream().map(KpiValue::id).toList());
            throw new PipelineException(
                    ErrorCode.NOT_FOUND,
                    "Cannot say what was restated of " + kpi + ": no KPI of the published run has this id"
                            + (near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?")
                            + "; see opsatc kpis");
        }

        return found;
    }

    private void show(Ledger ledger) {
        Terminal terminal = opsatc.terminal();
        switch (format) {
            case JSON -> {
                terminal.out().writeBytes(CanonicalJson.write(ledger));
                terminal.out().println();
            }
            case CSV -> CsvTable.write(RestatedTables.weeks(ledger.restated()), terminal.out());
            default -> text(ledger, terminal);
        }
    }

    private void text(Ledger ledger, Terminal terminal) {
        terminal.out().println(sentence(ledger));
        if (ledger.unreadable() > 0) {
            terminal.out()
                    .println(Humane.count(ledger.unreadable())
                            + " earlier runs cannot be read any more; what they published is not known.");
        }
        if (ledger.restated().isEmpty()) {
            return;
        }

        RestatedTables.lines(ledger.restated()).forEach(line -> terminal.out().println("  " + line));
        table(terminal, "Weeks", RestatedTables.weeks(ledger.restated()));
        if (kpi != null) {
            table(terminal, "Members that moved", RestatedTables.moved(ledger.restated()));
            table(terminal, "Late records, the first of each week", RestatedTables.cited(ledger.restated()));
        }
    }

    private static String sentence(Ledger ledger) {
        if (ledger.weeks() == 0) {
            return "Nothing can be restated yet: no earlier run published a whole week of these KPIs by the same definition.";
        }

        return Humane.count(ledger.restated().size()) + " of " + Humane.count(ledger.weeks())
                + " weeks of KPIs are not what they were when first published, by " + Humane.count(ledger.runs())
                + (ledger.runs() == 1 ? " earlier run." : " earlier runs.");
    }

    private static void table(Terminal terminal, String title, Table table) {
        terminal.out().println();
        terminal.out().println(terminal.outStyle().bold(title));
        TextTable.write(table, terminal.out(), terminal.outStyle());
    }
}
