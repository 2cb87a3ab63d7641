package com.opsatc.kernel.ageing;

/**
 * How many of some cases are to miss their date, where so many of past ones did: the beta-binomial distribution, which knows that
 * both the past share and the count to come are of few cases. Its prior is that of Jeffreys.
 *
 * <p>A count is in the middle 90 % or not, or part of it is: the ends of the middle lie within the chance of one count, and what of
 * that chance lies inside is the count's part. So the parts of all counts, each with its chance, are 90 % exactly, however few the
 * cases, where an interval of whole counts has 90 % or more. Source: Dawid 1984, prequential analysis; Czado, Gneiting and Held
 * 2009 for counts.
 */
final class PredictedCount {
    static final long MILLION = 1_000_000;

    private static final double JEFFREYS = 0.5;
    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    private PredictedCount() {}

    /**
     * Which part of a count is in the middle 90 %, in millionths.
     *
     * @param count of {@code n} cases, from 0 to n
     * @param pastShare of past cases that missed, from 0 to 1, and how many these are
     */
    static long partInside(int count, int n, double pastShare, double past) {
        double a = pastShare * past + JEFFREYS;
        double b = (1 - pastShare) * past + JEFFREYS;
        double[] chances = chances(n, a, b);
        double below = 0;
        for (int i = 0; i < count; i++) {
            below += chances[i];
        }
        double above = below + chances[count];
        double inside = Math.min(above, HIGH) - Math.max(below, LOW);
        return inside <= 0 ? 0 : Math.min(MILLION, (long) Math.rint(MILLION * inside / chances[count]));
    }

    /** Of 0 to n, in sum 1; each follows from the one before, on the scale of logarithms, so that none vanishes on the way. */
    private static double[] chances(int n, double a, double b) {
        double[] logs = new double[n + 1];
        double largest = 0;
        for (int i = 0; i < n; i++) {
            logs[i + 1] = logs[i] + StrictMath.log((n - i) * (a + i) / ((i + 1.0) * (b + n - i - 1)));
            largest = Math.max(largest, logs[i + 1]);
        }

        double sum = 0;
        for (int i = 0; i <= n; i++) {
            logs[i] = StrictMath.exp(logs[i] - largest);
            sum += logs[i];
        }
        for (int i = 0; i <= n; i++) {
            logs[i] /= sum;
        }
        return logs;
    }
}
