package com.opsatc.jobs.report.telemetry;

import com.opsatc.contract.telemetry.ReleaseStatus;
import com.opsatc.contract.telemetry.TelemetryView;
import com.opsatc.jobs.report.text.PageFigures;
import com.opsatc.jobs.report.text.Words;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** A block, what became of it on the as-of day, and the noise in each of its cells: of a day, and of the mean over each window. */
record NoiseRow(
        String title,
        String cells,
        String status,
        boolean released,
        String day,
        String week,
        String month,
        String quarter) {
    static NoiseRow of(TelemetryView.BlockState block, TelemetryView view) {
        boolean released = block.status() == ReleaseStatus.RELEASED;
        String withheld = view.asOfDay() == null
                ? "No release yet"
                : "Not shown: "
                        + Withheld.of(block.status(), view.fleetMinimum()).reason();
        BigDecimal sigma = block.sigmaWeight();

        return new NoiseRow(
                Words.name(block.title()),
                PageFigures.count(block.cells()),
                released ? "Released" : withheld,
                released,
                text(sigma),
                text(over(sigma, 7)),
                text(over(sigma, 28)),
                text(over(sigma, 91)));
    }

    /** Noise of a mean of independent days: smaller by the root of their number. */
    private static BigDecimal over(BigDecimal sigma, int days) {
        return sigma.divide(BigDecimal.valueOf(days).sqrt(MathContext.DECIMAL64), MathContext.DECIMAL64);
    }

    private static String text(BigDecimal sigma) {
        return PageFigures.digits(sigma.setScale(1, RoundingMode.HALF_UP), 1);
    }
}
