package com.opsatc.kernel.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.function.BiConsumer;

/**
 * The instants at which clocks of a zone show a span of local time. Where clocks are set forward, what they skip is no instant;
 * where they are set back, what they show twice is twice as long.
 */
final class ZoneTime {
    /** No clock is further from UTC. */
    private static final long FURTHEST_HOURS = 19;

    private ZoneTime() {}

    /** Gives first and last (not included) instant of each piece, in order: one but where clocks are set within it. */
    static void pieces(LocalDateTime from, LocalDateTime to, ZoneId zone, BiConsumer<Instant, Instant> piece) {
        ZoneRules rules = zone.getRules();
        Instant end = to.toInstant(ZoneOffset.UTC).plus(FURTHEST_HOURS, ChronoUnit.HOURS);
        Instant at = from.toInstant(ZoneOffset.UTC).minus(FURTHEST_HOURS, ChronoUnit.HOURS);
        while (at.isBefore(end)) {
            ZoneOffset offset = rules.getOffset(at);
            ZoneOffsetTransition next = rules.nextTransition(at);
            Instant until = next == null || next.getInstant().isAfter(end) ? end : next.getInstant();
            Instant first = later(at, from.toInstant(offset));
            Instant last = earlier(until, to.toInstant(offset));
            if (first.isBefore(last)) {
                piece.accept(first, last);
            }
            at = until;
        }
    }

    private static Instant later(Instant one, Instant two) {
        return one.isAfter(two) ? one : two;
    }

    private static Instant earlier(Instant one, Instant two) {
        return one.isBefore(two) ? one : two;
    }
}
