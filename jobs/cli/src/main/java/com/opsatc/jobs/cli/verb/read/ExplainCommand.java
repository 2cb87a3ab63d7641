package com.opsatc.jobs.cli.verb.read;

import com.opsatc.boundary.gate.WriteGates;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.evidence.EvidenceReader;
import com.opsatc.instrumentation.Feature;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.output.ArrowTable;
import com.opsatc.jobs.cli.output.CsvTable;
import com.opsatc.jobs.cli.output.OutputFormat;
import com.opsatc.jobs.cli.output.Table;
import com.opsatc.jobs.cli.output.TextTable;
import com.opsatc.jobs.cli.view.Claim;
import com.opsatc.jobs.cli.view.ClaimText;
import com.opsatc.jobs.cli.view.EvidenceTable;
import com.opsatc.tenancy.scope.Purpose;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code opsatc explain ID}: one KPI, finding or recommendation down to the records it rests on. */
@Command(
        name = "explain",
        description =
                "Explains a KPI, finding or recommendation: definition, figure, cited records, and the figure computed again from"
                        + " them.")
public final class ExplainCommand implements Callable<Integer> {

    private final OpsatcCommand opsatc;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "ID",
            description = "As 'opsatc kpis', 'opsatc findings' and 'opsatc recommendations' list it.")
    private String id;

    @Mixin
    private WhichRun which;

    @Option(names = "--all", description = "Every contributing row, instead of the explanation.")
    private boolean all;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json; with --all also csv and arrow, and json is a line a row (default:"
                    + " ${DEFAULT-VALUE}).")
    private OutputFormat format;

    public ExplainCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        if (!all && format != OutputFormat.TEXT && format != OutputFormat.JSON) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '--output': an explanation is text or json; --all is also csv or arrow");
        }

        return Reading.of(opsatc, which, Purpose.READ, reading -> {
            Claim claim = Claim.find(reading.published(), id);
            if (all) {
                rows(reading, claim);
            } else {
                explanation(reading, claim);
            }
            reading.used(Feature.EXPLAIN);

            return claim.check() == null || claim.check().matches() ? 0 : ErrorCode.POLICY_REFUSED.exitCode();
        });
    }

    private void explanation(Reading reading, Claim claim) {
        if (format == OutputFormat.TEXT) {
            ClaimText.write(claim, reading.kpiTitles(), opsatc.terminal());
            return;
        }

        opsatc.terminal().out().writeBytes(CanonicalJson.write(claim));
        opsatc.terminal().out().println();
    }

    private void rows(Reading reading, Claim claim) {
        if (claim.evidence() == null) {
            throw new PipelineException(
                    ErrorCode.NOT_FOUND, "Cannot list the rows of " + id + ": it is not measured, so it has none");
        }

        reading.passGate(WriteGates.EVIDENCE_EXPORT, claim.evidence().document(), format.toString());
        PrintStream out = opsatc.terminal().out();
        EvidenceReader reader =
                new EvidenceReader(reading.published().stream(claim.evidence().document()));
        switch (format) {
            case CSV -> CsvTable.write(EvidenceTable.of(reader), out);
            case ARROW -> ArrowTable.write(EvidenceTable.of(reader), out);
            case JSON -> jsonLines(reader, out);
            case TEXT -> {
                Table table = EvidenceTable.of(reader);
                TextTable.write(table, out, opsatc.terminal().outStyle());
            }
        }
    }

    private static void jsonLines(EvidenceReader rows, PrintStream out) {
        try (rows) {
            while (rows.hasNext()) {
                out.writeBytes(CanonicalJson.write(rows.next()));
                out.write('\n');
            }
        }
    }
}
