package com.opsatc.jobs.report.chart;

/** Moves labels that stand beside what they name as far as it takes for none to cover another. */
final class LabelSpacing {
    private LabelSpacing() {}

    /**
     * Heights of labels from the top one to the lowest, each at least {@code gap} below the one before: as wanted where there is
     * room, else moved down, and up again where the last would leave the drawing.
     *
     * @param wanted not descending
     * @param top and {@code bottom} between which there is room for all
     */
    static double[] apart(double[] wanted, double gap, double top, double bottom) {
        double[] at = wanted.clone();
        double least = top;
        for (int i = 0; i < at.length; i++) {
            at[i] = Math.max(at[i], least);
            least = at[i] + gap;
        }

        double most = bottom;
        for (int i = at.length - 1; i >= 0; i--) {
            at[i] = Math.min(at[i], most);
            most = at[i] - gap;
        }

        return at;
    }
}
