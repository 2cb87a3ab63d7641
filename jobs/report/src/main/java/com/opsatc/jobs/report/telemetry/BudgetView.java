package com.opsatc.jobs.report.telemetry;

import com.opsatc.contract.telemetry.TelemetryView;
import com.opsatc.jobs.report.chart.BudgetBar;
import com.opsatc.jobs.report.text.PageFigures;
import com.opsatc.jobs.report.text.Words;
import java.math.RoundingMode;
import java.util.List;

/** How much of the year's privacy budget is spent: the annual figure, as a sentence, a bar and what lies behind it. */
record BudgetView(String spent, String ceiling, String unit, boolean exhausted, String svg, List<Fact> facts) {
    static BudgetView of(TelemetryView.Budget budget) {
        // Rounded up like the figure itself: a budget is never shown smaller than it is.
        String spent = PageFigures.digits(budget.epsilonSpent().setScale(2, RoundingMode.UP), 2);
        String title = "Epsilon " + spent + " of " + budget.epsilonYear() + " spent per " + Words.name(budget.unit());

        return new BudgetView(
                spent,
                Integer.toString(budget.epsilonYear()),
                Words.name(budget.unit()),
                budget.daysLeft() == 0,
                BudgetBar.svg(budget.epsilonSpent(), budget.epsilonYear(), title),
                List.of(
                        new Fact("Days charged of the last 365", PageFigures.count(budget.daysCharged())),
                        new Fact("Days the rest covers", PageFigures.count(budget.daysLeft())),
                        new Fact("Delta", Words.name(budget.delta())),
                        new Fact("Rho spent", Words.name(budget.rhoSpent())),
                        new Fact("Rho a year", Words.name(budget.rhoYear()))));
    }
}
