package com.opsatc.kernel.measure.rule;

import com.opsatc.kernel.bytes.ByteSink;
import com.opsatc.kernel.bytes.ByteSource;
import com.opsatc.kernel.figure.Durations;
import com.opsatc.kernel.figure.LongBag;
import com.opsatc.kernel.figure.PackedLongs;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Counts the activations of one rule; what it keeps does not grow with the log, but for the overruns of what is late. */
final class RuleTally {
    private static final int CASES = 0;
    private static final int TESTED_CASES = 1;
    private static final int BROKEN_CASES = 2;
    private static final int KEPT_CASES = 3;
    private static final int KEPT = 4;
    private static final int BROKEN = 5;
    private static final int LATE = 6;
    private static final int MISSING = 7;
    private static final int PENDING = 8;
    private static final int UNDECIDED = 9;

    private final int listed;
    private final long[] counts = new long[UNDECIDED + 1];
    private final LongBag overruns = new LongBag();
    private final TreeSet<Breach> worst = new TreeSet<>(Breach.WORST_FIRST);

    /** @param listed how many of the worst breaches are kept */
    RuleTally(int listed) {
        this.listed = listed;
    }

    void kept() {
        counts[KEPT]++;
    }

    void pending() {
        counts[PENDING]++;
    }

    void undecided() {
        counts[UNDECIDED]++;
    }

    /** By an event that must not be where it is. */
    void brokenBy(OneCase one, int row, int by) {
        counts[BROKEN]++;
        keep(new Breach(one.events().caseIds()[row], one.position(row), one.position(by), 0));
    }

    /** By an event that came too late. */
    void brokenLate(OneCase one, int row, int by, long overrunUs) {
        counts[BROKEN]++;
        counts[LATE]++;
        overruns.add(overrunUs);
        keep(new Breach(one.events().caseIds()[row], one.position(row), one.position(by), overrunUs));
    }

    /** By what is not there. */
    void brokenWithout(OneCase one, int row, long overrunUs) {
        counts[BROKEN]++;
        counts[MISSING]++;
        keep(new Breach(one.events().caseIds()[row], one.position(row), Breach.NONE, overrunUs));
    }

    /** Lets the rule judge a case. */
    void take(CaseRule rule, OneCase one) {
        long broken = counts[BROKEN];
        long kept = counts[KEPT];
        long open = counts[PENDING] + counts[UNDECIDED];
        rule.judge(one, this);
        boolean nowBroken = counts[BROKEN] > broken;
        boolean nowOpen = counts[PENDING] + counts[UNDECIDED] > open;
        boolean tested = nowBroken || nowOpen || counts[KEPT] > kept;
        counts[CASES]++;
        counts[TESTED_CASES] += tested ? 1 : 0;
        counts[BROKEN_CASES] += nowBroken ? 1 : 0;
        counts[KEPT_CASES] += tested && !nowBroken && !nowOpen ? 1 : 0;
    }

    private void keep(Breach breach) {
        if (worst.size() == listed && (listed == 0 || Breach.WORST_FIRST.compare(breach, worst.last()) > 0)) {
            return;
        }

        worst.add(breach);
        if (worst.size() > listed) {
            worst.pollLast();
        }
    }

    void merge(RuleTally other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        overruns.addAll(other.overruns);
        other.worst.forEach(this::keep);
    }

    void write(ByteSink sink) {
        for (long count : counts) {
            sink.writeVarint(count);
        }
        PackedLongs.write(sink, overruns);
        sink.writeVarint(worst.size());
        for (Breach breach : worst) {
            sink.writeLong(breach.caseId());
            sink.writeVarint(breach.position());
            sink.writeVarint(breach.by() + 1);
            sink.writeVarint(breach.overrunUs());
        }
    }

    void read(ByteSource source) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += source.readVarint();
        }
        PackedLongs.readInto(overruns, source);
        int count = source.readCount();
        for (int i = 0; i < count; i++) {
            keep(new Breach(
                    source.readLong(),
                    source.readBelow(Integer.MAX_VALUE),
                    source.readBelow(Integer.MAX_VALUE) - 1,
                    source.readVarint()));
        }
    }

    RuleCounts finish() {
        List<Breach> ordered = new ArrayList<>(worst);
        return new RuleCounts(
                counts[CASES],
                counts[TESTED_CASES],
                counts[BROKEN_CASES],
                counts[KEPT_CASES],
                counts[KEPT] + counts[BROKEN] + counts[PENDING] + counts[UNDECIDED],
                counts[KEPT],
                counts[BROKEN],
                counts[LATE],
                counts[MISSING],
                counts[PENDING],
                counts[UNDECIDED],
                new Durations(overruns),
                ordered);
    }
}
