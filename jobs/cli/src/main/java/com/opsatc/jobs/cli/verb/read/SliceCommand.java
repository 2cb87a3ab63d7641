package com.opsatc.jobs.cli.verb.read;

import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.figure.Excluded;
import com.opsatc.contract.figure.Humane;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.output.Shown;
import com.opsatc.jobs.cli.output.Terminal;
import com.opsatc.jobs.cli.slice.SliceAnswer;
import com.opsatc.jobs.cli.slice.SliceFigure;
import com.opsatc.jobs.cli.slice.SliceLog;
import com.opsatc.jobs.cli.slice.SliceSyntaxException;
import com.opsatc.jobs.cli.slice.SliceWhere;
import com.opsatc.tenancy.scope.Purpose;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code opsatc slice}: a KPI's figure over a part of its members. */
@Command(
        name = "slice",
        description = {
            "A KPI's figure over a part of its members, from the published rows that it rests on: value, interval, n, cited"
                    + " records, computed twice.",
            "WHERE is up to five conditions joined by 'and': 'period = 2013-W10' or 'period in 2013-W10..2013-W20' (weeks,"
                    + " months such as 2013-03, or years), 'system = sap' or 'system in (sap, \"my crm\")', a declared"
                    + " attribute as 'country = Nigeria', and of cases 'Open before \"On Hold\"' (an event of the one comes"
                    + " before one of the other), 'variant = ID' as 'opsatc variants' lists it, 'object-type = delivery'.",
            "A group of fewer than 20 members is not shown, nor one from which such a group would follow. How many slices of a"
                    + " run were asked is counted, and said."
        })
public final class SliceCommand implements Callable<Integer> {
    private static final int SHORT_DIGEST = 12;
    private static final int NAME_WIDTH = 14;

    private final OpsatcCommand opsatc;

    @Spec
    private CommandSpec spec;

    @Mixin
    private WhichRun which;

    @Option(names = "--kpi", required = true, paramLabel = "ID", description = "Which KPI, as 'opsatc kpis' lists it.")
    private String kpi;

    @Option(names = "--where", required = true, paramLabel = "WHERE", description = "Which members, as above.")
    private String where;

    @Mixin
    private TextOrJson output;

    public SliceCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        boolean json = output.isJson();
        try {
            SliceWhere chosen = SliceWhere.parse(where);
            return Reading.of(opsatc, which, Purpose.READ, reading -> {
                SliceAnswer answer = SliceAnswer.of(
                        reading.published(),
                        kpi,
                        chosen,
                        new SliceLog(reading.home().logs()));
                if (json) {
                    opsatc.terminal().out().writeBytes(CanonicalJson.write(answer));
                    opsatc.terminal().out().println();
                } else {
                    text(answer.figure(), answer.caveats());
                }

                return 0;
            });
        } catch (SliceSyntaxException e) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--where': " + e.getMessage(), e);
        }
    }

    private void text(SliceFigure figure, List<String> caveats) {
        Terminal terminal = opsatc.terminal();
        terminal.out().println(terminal.outStyle().bold(Shown.text(figure.id() + "   " + figure.title())));
        line("Where", figure.where());
        line(
                "Value",
                figure.unit().text(figure.value()) + "   ("
                        + figure.aggregation().label() + ")");
        line(
                "Interval",
                figure.interval() == null
                        ? "none: " + figure.noInterval()
                        : figure.unit().text(figure.interval().low()) + " to "
                                + figure.unit().text(figure.interval().high()) + " (95 %, "
                                + figure.interval().method() + ")");
        line("n", Humane.count(figure.n()) + " of " + Humane.count(figure.wholeN()));
        line("All", figure.unit().text(figure.whole()));
        line("Open", Humane.count(figure.open()) + " still running, dated at the end, not counted");
        line(
                "Window",
                figure.window().from() + " to " + figure.window().to() + " ("
                        + figure.window().zone() + ")");
        if (!figure.wholeExcluded().isEmpty()) {
            line("Excluded", excluded(figure) + ", of all; the rows do not tell who of them would be in the slice");
        }
        line("Recomputed", figure.recomputed().symbol());
        line("First cited", cited(figure));
        caveats.forEach(caveat -> line("Caveat", caveat));
        line("Caveat", "A part that was chosen after it was seen proves nothing; it says no cause.");
    }

    private static String excluded(SliceFigure figure) {
        return figure.wholeExcluded().stream()
                .map((Excluded each) ->
                        Humane.count(each.n()) + " " + each.reason().replace('-', ' '))
                .collect(Collectors.joining(", "));
    }

    private static String cited(SliceFigure figure) {
        return figure.sample().stream()
                .map((Citation cited) -> (cited.key() == null ? "" : cited.key() + " in ") + cited.system() + ", row "
                        + cited.row() + " of " + cited.file().hex().substring(0, SHORT_DIGEST))
                .collect(Collectors.joining("; "));
    }

    private void line(String name, String text) {
        opsatc.terminal()
                .out()
                .println("  " + name + " ".repeat(Math.max(1, NAME_WIDTH - name.length())) + Shown.text(text));
    }
}
