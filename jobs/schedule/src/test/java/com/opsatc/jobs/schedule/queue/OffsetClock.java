package com.opsatc.jobs.schedule.queue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes as the machine's does, and can be set. */
final class OffsetClock extends Clock {
    private volatile Duration offset;

    OffsetClock(Duration offset) {
        this.offset = offset;
    }

    static OffsetClock at(String instant) {
        OffsetClock clock = new OffsetClock(Duration.ZERO);
        clock.set(instant);

        return clock;
    }

    void set(String instant) {
        offset = Duration.between(Instant.now(), Instant.parse(instant));
    }

    Duration offset() {
        return offset;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Instants have no zone");
    }
}
