package com.opsatc.jobs.schedule.declare;

import static java.util.Objects.requireNonNull;

import com.cronutils.descriptor.CronDescriptor;
import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.field.CronFieldName;
import com.cronutils.model.field.expression.Always;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;

/**
 * Times on the clock of a zone: minute, hour, day of the month, month, day of the week, as cron has them; where both days are
 * restricted, either is enough.
 *
 * <p>Where the clocks go forward, times that do not exist come together at the first instant that does. Where they go back, a
 * time that exists twice counts once, at first. What comes every hour comes in each hour that passes, and takes part in neither.
 *
 * <pre>
 *   30 2 * * *   Europe/Berlin   29 March 2026    02:30 does not exist   03:00+02:00
 *   30 2 * * *   Europe/Berlin   25 October 2026  02:30 exists twice     02:30+02:00, not 02:30+01:00
 *   30 * * * *   Europe/Berlin   25 October 2026                         02:30+02:00 and 02:30+01:00
 * </pre>
 */
public final class CronTimes {
    private static final CronParser PARSER = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

    private final Cron cron;
    private final ExecutionTime local;
    private final ZoneId zone;
    private final boolean everyHour;

    private CronTimes(Cron cron, ZoneId zone) {
        this.cron = cron;
        this.local = ExecutionTime.forCron(cron);
        this.zone = zone;
        this.everyHour = cron.retrieve(CronFieldName.HOUR).getExpression() instanceof Always;
    }

    /** @throws IllegalArgumentException for a text that is no such times, or whose times never come */
    public static CronTimes of(String cron, ZoneId zone) {
        CronTimes times = new CronTimes(PARSER.parse(cron), requireNonNull(zone, "zone"));
        if (times.local
                .nextExecution(ZonedDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC))
                .isEmpty()) {
            throw new IllegalArgumentException("No day of the calendar is one of these");
        }

        return times;
    }

    public ZoneId zone() {
        return zone;
    }

    /** As it was declared. */
    public String cron() {
        return cron.asString();
    }

    /** In English. */
    public String words() {
        return CronDescriptor.instance(Locale.ENGLISH).describe(cron) + ", " + zone;
    }

    /** The values that a field admits. */
    public CronField field(CronFieldName name) {
        return CronField.of(cron.retrieve(name).getExpression(), name);
    }

    /** The first instant after the given one. */
    public Instant next(Instant after) {
        // Within one offset the clock is as good as UTC's; so one stretch between two changes of the clocks after the
        // other is looked through.
        LocalDateTime clock = LocalDateTime.ofInstant(after, zone);
        Instant reached = after;
        while (true) {
            ZoneOffset offset = zone.getRules().getOffset(reached);
            ZoneOffsetTransition change = zone.getRules().nextTransition(reached);
            for (clock = following(clock);
                    change == null || clock.toInstant(offset).isBefore(change.getInstant()); ) {
                if (!isRepeated(clock, offset)) {
                    return clock.toInstant(offset);
                }
                clock = following(clock);
            }

            if (change.isGap() && !everyHour && isIn(change)) {
                return change.getInstant();
            }

            reached = change.getInstant();
            clock = change.getDateTimeAfter().minusNanos(1);
        }
    }

    private LocalDateTime following(LocalDateTime clock) {
        return local.nextExecution(clock.atZone(ZoneOffset.UTC)).orElseThrow().toLocalDateTime();
    }

    /** Whether the clock showed this before, and that was the time. */
    private boolean isRepeated(LocalDateTime clock, ZoneOffset offset) {
        ZoneOffsetTransition change = zone.getRules().getTransition(clock);

        return !everyHour
                && change != null
                && change.isOverlap()
                && change.getOffsetAfter().equals(offset);
    }

    /** Whether the clock would have shown one of the times while it was put forward. */
    private boolean isIn(ZoneOffsetTransition gap) {
        return following(gap.getDateTimeBefore().minusNanos(1)).isBefore(gap.getDateTimeAfter());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CronTimes times && cron().equals(times.cron()) && zone.equals(times.zone);
    }

    @Override
    public int hashCode() {
        return cron().hashCode() * 31 + zone.hashCode();
    }

    @Override
    public String toString() {
        return cron() + " " + zone;
    }
}
