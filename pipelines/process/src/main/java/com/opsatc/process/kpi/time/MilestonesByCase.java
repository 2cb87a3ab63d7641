package com.opsatc.process.kpi.time;

import com.opsatc.kernel.calendar.DurationClock;
import com.opsatc.kernel.log.EventRow;
import com.opsatc.kernel.outcome.Milestones;
import com.opsatc.kernel.outcome.Milestones.End;
import com.opsatc.kernel.outcome.OpenTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Groups consecutive events by case and lets the kernel measure each: only conversion.
 *
 * <p>In: case_id, position, kind (bits of {@link CaseMilestones}), start_us, complete_us, file, row, key, whole cases in total
 * order. Out: {@link CaseMilestones#SCHEMA}. Memory holds one case.
 */
final class MilestonesByCase implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1L;
    private static final int KINDS = 32;

    private final ResolutionRule rule;
    private final boolean endsKnown;
    private final boolean lastEventDecides;
    private final long knownUntilUs;
    private final DurationClock clock;

    /**
     * @param knownUntilUs what is open has lasted so long
     * @param clock of the durations
     */
    MilestonesByCase(
            ResolutionRule rule, boolean endsKnown, boolean lastEventDecides, long knownUntilUs, DurationClock clock) {
        this.clock = clock;
        this.knownUntilUs = knownUntilUs;
        this.rule = rule;
        this.endsKnown = endsKnown;
        this.lastEventDecides = lastEventDecides;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> sorted) {
        Milestones milestones = new Milestones(kinds(CaseMilestones.FROM), kinds(CaseMilestones.TO), rule.end());
        return new Iterator<>() {
            private Row held = sorted.hasNext() ? sorted.next() : null;

            @Override
            public boolean hasNext() {
                return held != null;
            }

            @Override
            public Row next() {
                List<Row> events = new ArrayList<>();
                String caseId = held.getString(0);
                while (held != null && held.getString(0).equals(caseId)) {
                    events.add(held);
                    held = sorted.hasNext() ? sorted.next() : null;
                }
                return contribution(milestones, events);
            }
        };
    }

    private Row contribution(Milestones milestones, List<Row> events) {
        List<EventRow> rows = eventRows(events);
        Milestones.Measured measured = milestones.measure(rows);
        int start = first(events, 0, event -> is(event, CaseMilestones.FROM));
        if (measured instanceof Milestones.Duration duration) {
            int stop = end(events, start, duration.toUs());
            OptionalLong reopened =
                    Milestones.reopenedUs(rows, kinds(CaseMilestones.TO), kinds(CaseMilestones.RESTING));
            boolean runsAgain = rule.end() == End.LAST && first(events, stop + 1, MilestonesByCase::isActive) >= 0;
            return runsAgain
                    ? withoutEnd(events, start)
                    : counted(
                            events.get(start),
                            events.get(stop),
                            duration,
                            lasted(rows.subList(start, stop + 1), duration.toUs()),
                            reopened);
        }

        if (measured instanceof Milestones.Excluded excluded) {
            return leftOut(events.get(Math.max(0, start)), 0, excluded.reason().code());
        }

        return withoutEnd(events, start);
    }

    private Row withoutEnd(List<Row> events, int start) {
        long us = soFar(eventRows(events).subList(start, events.size()));
        if (!endsKnown) {
            return leftOut(events.get(start), us, CaseEnds.NOT_REACHED);
        }

        List<Row> deciding = lastEventDecides ? events.subList(events.size() - 1, events.size()) : events;
        return first(deciding, 0, event -> is(event, CaseMilestones.ENDS)) >= 0
                ? leftOut(events.get(start), us, CaseEnds.ENDED_OTHERWISE)
                : row(events.get(start), knownUntilUs, us, null, true);
    }

    private static List<EventRow> eventRows(List<Row> events) {
        List<EventRow> rows = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            Row event = events.get(i);
            boolean last = i + 1 == events.size();
            rows.add(new EventRow(0, i, last, event.getInt(2), event.getLong(3), event.getLong(4)));
        }
        return rows;
    }

    /** The event that ends the duration: the kernel says when, and at that instant the first (or last) one of the kind. */
    private int end(List<Row> events, int start, long toUs) {
        Predicate<Row> ends = event -> is(event, CaseMilestones.TO) && event.getLong(4) == toUs;
        int found = first(events, start, ends);
        for (int i = found + 1; rule.end() == End.LAST && i < events.size(); i++) {
            found = ends.test(events.get(i)) ? i : found;
        }
        return found;
    }

    private static Row counted(Row from, Row to, Milestones.Duration duration, long us, OptionalLong reopened) {
        boolean one = from == to;
        return RowFactory.create(
                from.getString(0),
                from.getString(5),
                from.getLong(6),
                from.getString(7),
                one ? null : to.getString(5),
                one ? null : to.getLong(6),
                one ? null : to.getString(7),
                duration.toUs(),
                us,
                null,
                false,
                reopened.isPresent(),
                reopened.isPresent() ? reopened.getAsLong() : null,
                duration.fromUs());
    }

    /** @param us how long it has not reached the end, by the logical date; 0 where that means nothing */
    private static Row leftOut(Row from, long us, String reason) {
        return row(from, from.getLong(4), us, reason, false);
    }

    /** How long it has lasted by the logical date. */
    private long soFar(List<EventRow> since) {
        return Math.max(0, lasted(since, knownUntilUs));
    }

    /** By the clock, from the first of the events until an instant, as far as the rule counts it. */
    private long lasted(List<EventRow> events, long untilUs) {
        if (!rule.onlyOpen() && rule.hold() == OnHold.COUNTED) {
            return clock.between(events.get(0).startUs(), untilUs);
        }

        OpenTime.Spent spent = new OpenTime(
                        kinds(CaseMilestones.TO), kinds(CaseMilestones.RESTING), kinds(CaseMilestones.PENDING), clock)
                .until(events, untilUs);
        if (rule.hold() == OnHold.ALONE) {
            return spent.pendingUs();
        }

        long whole =
                rule.onlyOpen() ? spent.openUs() : clock.between(events.get(0).startUs(), untilUs);
        return whole - (rule.hold() == OnHold.LEFT_OUT ? spent.pendingUs() : 0);
    }

    private static Row row(Row from, long atUs, long us, String excluded, boolean open) {
        return RowFactory.create(
                from.getString(0),
                from.getString(5),
                from.getLong(6),
                from.getString(7),
                null,
                null,
                null,
                atUs,
                us,
                excluded,
                open,
                false,
                null,
                from.getLong(3));
    }

    private static int first(List<Row> events, int from, Predicate<Row> condition) {
        for (int i = from; i < events.size(); i++) {
            if (condition.test(events.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean is(Row event, int bit) {
        return (event.getInt(2) & bit) != 0;
    }

    private static boolean isActive(Row event) {
        return !is(event, CaseMilestones.RESTING);
    }

    /** All kinds that have a bit. */
    private static BitSet kinds(int bit) {
        BitSet kinds = new BitSet(KINDS);
        for (int kind = 0; kind < KINDS; kind++) {
            kinds.set(kind, (kind & bit) != 0);
        }
        return kinds;
    }
}
