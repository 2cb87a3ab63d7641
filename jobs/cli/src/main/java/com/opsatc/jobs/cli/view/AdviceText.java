package com.opsatc.jobs.cli.view;

import com.opsatc.contract.advice.EffectEnd;
import com.opsatc.contract.advice.Recommendation;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.figure.Humane;
import com.opsatc.contract.value.ProcessValue;
import com.opsatc.jobs.cli.output.Shown;
import com.opsatc.jobs.cli.output.Terminal;
import java.util.Map;

/** A recommendation in words: what to do, what it would save, what is against it, and how one would see that it worked. */
final class AdviceText {
    private static final int NAME_WIDTH = 14;

    private final Terminal terminal;

    private AdviceText(Terminal terminal) {
        this.terminal = terminal;
    }

    /** @param worth what the recommendations of its process would be worth; null where the run does not say it */
    static void write(Recommendation advice, ProcessValue worth, Map<String, String> kpis, Terminal terminal) {
        new AdviceText(terminal).recommendation(advice, worth, kpis);
    }

    private void recommendation(Recommendation advice, ProcessValue worth, Map<String, String> kpis) {
        terminal.out()
                .println(terminal.outStyle()
                        .bold(Shown.text(advice.id() + "   " + advice.status().words())));
        terminal.out().println(Shown.text(Statements.of(advice, kpis)));
        line("What", advice.plain());
        end("At the least", advice.unit(), advice.conservative());
        end("At the most", advice.unit(), advice.optimistic());
        line("Part", Unit.RATIO.text(advice.part()) + " of the whole, at the least");
        if (advice.overlapRemoved().signum() > 0) {
            line("Counted before", advice.unit().text(advice.overlapRemoved()) + " by recommendations ranked before");
        }
        if (worth != null) {
            worth(advice, worth);
        }
        line("n", Humane.count(advice.n()) + " in " + Humane.count(advice.cases()) + " cases");
        line(
                "Window",
                advice.window().from() + " to " + advice.window().to() + " ("
                        + advice.window().zone() + ")");
        line("Owner", advice.owner());
        advice.basis().forEach(each -> line("Rests on", each.id()));
        if (advice.guardrail() != null) {
            line(
                    "Guardrail",
                    advice.guardrail().title() + ", now "
                            + advice.guardrail().unit().text(advice.guardrail().value()));
        }
        line(
                "Watch",
                "after " + advice.watch().weeks() + " full weeks, "
                        + advice.watch().figure() + ", now "
                        + advice.watch().unit().text(advice.watch().now()) + ": "
                        + advice.watch().rule());
        advice.assumptions().forEach(each -> line("Assumes", each));
        advice.counterEvidence().forEach(each -> line("Against it", each));
    }

    private void worth(Recommendation advice, ProcessValue worth) {
        if (worth.of(advice.id()).isEmpty()) {
            line("Worth", "not measured in money: no rate of the tenant is for what it saves");
        }
        worth.of(advice.id())
                .forEach(each -> line(
                        "Worth",
                        each.channel().words() + " "
                                + each.money().text(each.money().p50()) + " (P10 to P90: "
                                + each.money().text() + "), by the rate of "
                                + worth.rateOf(each.channel()).orElseThrow().cited()));
    }

    private void end(String name, Unit unit, EffectEnd end) {
        line(
                name,
                unit.text(end.value()) + ", if " + end.supposes() + "   (recomputed: "
                        + end.recomputed().symbol() + ")");
    }

    private void line(String name, String text) {
        terminal.out().println("  " + name + " ".repeat(Math.max(1, NAME_WIDTH - name.length())) + Shown.text(text));
    }
}
