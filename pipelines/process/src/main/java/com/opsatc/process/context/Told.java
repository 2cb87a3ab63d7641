package com.opsatc.process.context;

import com.opsatc.contract.claim.Direction;
import com.opsatc.contract.claim.Trend;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.document.ContextFile.FactInterval;
import com.opsatc.contract.figure.Humane;
import com.opsatc.contract.figure.Interval;
import java.math.BigDecimal;

/**
 * A figure with all that must be known to read it.
 *
 * @param n how many members it counts; a number of things counts itself
 * @param interval null where there is none, and then {@code noInterval} says why
 * @param direction which of its directions is better, as a definition says it
 */
record Told(
        BigDecimal value,
        Unit unit,
        long n,
        FactInterval interval,
        String noInterval,
        Direction direction,
        Trend trend) {
    /** A number of things: neither estimated, nor better or worse. */
    static Told count(long n) {
        return new Told(
                BigDecimal.valueOf(n),
                Unit.COUNT,
                n,
                null,
                "It is a number of things, and no estimate.",
                Direction.NONE,
                Trend.NOT_MEASURED);
    }

    /** A figure of which nobody computes an interval. */
    static Told figure(BigDecimal value, Unit unit, long n) {
        return new Told(value, unit, n, null, "None is computed for it.", Direction.NONE, Trend.NOT_MEASURED);
    }

    /** The same with its interval; null for one that has too few members for any. */
    Told within(Interval found) {
        return found == null
                ? without("It has too few members for one.")
                : within(found.level(), found.low(), found.high(), found.method());
    }

    /** @param method null where it is not stated */
    Told within(BigDecimal level, BigDecimal low, BigDecimal high, String method) {
        String display = unit.text(low) + " to " + unit.text(high);
        return new Told(value, unit, n, new FactInterval(level, low, high, method, display), null, direction, trend);
    }

    Told without(String reason) {
        return new Told(value, unit, n, null, reason, direction, trend);
    }

    Told read(Direction better, Trend going) {
        return new Told(value, unit, n, interval, noInterval, better, going);
    }

    /** What it rests on, as it stands after the figure: {@code  over 12 members (95.0 % interval 6 d to 6.5 d)}. */
    String basis() {
        return " over " + Humane.count(n) + (n == 1 ? " member" : " members") + range();
    }

    /** Its interval in brackets; nothing where there is none. */
    String range() {
        return interval == null ? "" : " (" + Humane.share(interval.level()) + " interval " + interval.display() + ")";
    }

    /** How it is to be read, as it stands at the end of a sentence: {@code ; lower is better, it has improved}. */
    String reading() {
        return "; " + direction.spoken() + ", " + trend.words();
    }
}
