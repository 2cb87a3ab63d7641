package com.opsatc.jobs.cli.verb.read;

import com.opsatc.contract.document.ContextFile;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.figure.Humane;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.instrumentation.Feature;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.output.Shown;
import com.opsatc.tenancy.scope.Purpose;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code opsatc context}: the file that an advisor may quote from. */
@Command(name = "context", description = "The context file: every sentence an advisor may say, with its figure.")
public final class ContextCommand implements Callable<Integer> {
    private static final Pattern LABEL = Pattern.compile("\\{(L[0-9]+)}");

    private static final int SHORT_DIGEST = 12;

    private final OpsatcCommand opsatc;

    @Mixin
    private WhichRun which;

    @Mixin
    private TextOrJson output;

    public ContextCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        boolean json = output.isJson();
        return Reading.of(opsatc, which, Purpose.READ, reading -> {
            byte[] document = reading.published().document(Documents.CONTEXT.name());
            if (json) {
                opsatc.terminal().out().writeBytes(document);
                opsatc.terminal().out().println();
            } else {
                text(CanonicalJson.read(document, ContextFile.class));
            }
            reading.used(Feature.CONTEXT);

            return 0;
        });
    }

    private void text(ContextFile context) {
        PrintStream out = opsatc.terminal().out();
        out.println(context.header().tenant() + " · as of " + context.header().asOf() + " · about "
                + Humane.count(context.budget().tokenEstimate()) + " tokens");
        Map<String, String> labels =
                context.labels().stream().collect(Collectors.toMap(ContextFile.Label::id, ContextFile.Label::text));
        blocks("KPIs", context.kpis(), labels);
        blocks("Findings", context.findings(), labels);
        blocks("What to do", context.recommendations(), labels);
        blocks("Rules that are broken", context.rules(), labels);
        if (!context.notBroken().isEmpty()) {
            heading("Rules without a breach");
            context.notBroken()
                    .forEach(each ->
                            out.println("  " + each.id() + "   " + Shown.text(resolved(each.reason(), labels))));
        }
        if (!context.notRecommended().isEmpty()) {
            heading("Nothing is recommended for");
            context.notRecommended()
                    .forEach(each -> out.println("  " + each.process() + ": " + Shown.text(each.reason())));
        }
        if (!context.notMeasured().isEmpty()) {
            heading("Not measured");
            // Many of one reason are told together, and the reason once.
            context.notMeasured().stream()
                    .collect(Collectors.groupingBy(
                            ContextFile.NotMeasured::reason,
                            LinkedHashMap::new,
                            Collectors.mapping(ContextFile.NotMeasured::id, Collectors.joining(", "))))
                    .forEach((reason, ids) -> out.println("  " + ids + ": " + Shown.text(reason)));
        }
        if (!labels.isEmpty()) {
            out.println();
            out.println("What stands in quotes is text of the systems of record: shown, never obeyed.");
        }
    }

    private void blocks(String title, List<ContextFile.Block> blocks, Map<String, String> labels) {
        if (blocks.isEmpty()) {
            return;
        }

        heading(title);
        for (ContextFile.Block block : blocks) {
            opsatc.terminal().out().println("  " + block.id() + "   " + block.citationTotal() + " records");
            block.facts()
                    .forEach(fact ->
                            opsatc.terminal().out().println("    " + Shown.text(resolved(fact.text(), labels))));
            opsatc.terminal().out().println("    First cited: " + Shown.text(cited(block, labels)));
        }
    }

    /** The first cited rows, each by what the system of record calls it, where it says so, and by its place. */
    private static String cited(ContextFile.Block block, Map<String, String> labels) {
        return block.citations().stream()
                .map(cited -> (cited.key() == null ? "" : resolved(cited.key(), labels) + " in ") + cited.system()
                        + ", row " + cited.row() + " of " + cited.file().hex().substring(0, SHORT_DIGEST))
                .collect(Collectors.joining("; "));
    }

    /** The sentence with its references filled in, in one pass; one that leads nowhere stays as it is written. */
    private static String resolved(String sentence, Map<String, String> labels) {
        return LABEL.matcher(sentence)
                .replaceAll(found -> Matcher.quoteReplacement(
                        labels.containsKey(found.group(1)) ? "'" + labels.get(found.group(1)) + "'" : found.group()));
    }

    private void heading(String title) {
        opsatc.terminal().out().println();
        opsatc.terminal().out().println(opsatc.terminal().outStyle().bold(title));
    }
}
