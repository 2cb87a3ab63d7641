package com.opsatc.process.finding;

import static java.util.Objects.requireNonNull;

import com.opsatc.kernel.figure.Durations;
import com.opsatc.process.bottleneck.MinedProcess;
import com.opsatc.process.evidence.CountedMembers;
import com.opsatc.process.finding.week.TestedWeeks;
import java.time.Duration;
import java.time.LocalDate;
import java.util.OptionalLong;

/**
 * What the course of a process says of its figures: in which weeks they may be compared, and from which change on a duration
 * is worth telling.
 *
 * <p>Weeks take part from the first usual week of {@link Intake} on, and as long after it as nine in ten cases take: before
 * that, cases that began before the extract would be among them. They take part up to the last usual week, whatever the
 * logical date is: after it only stragglers are counted.
 *
 * @param asOf nothing after it is known, and the day itself is not over
 * @param caseP90Us what nine in ten cases take at most
 * @param floorUs smaller changes of a duration are not told
 */
record Yardstick(Intake intake, LocalDate asOf, long caseP90Us, long floorUs) {
    /** A hundredth of what a case takes on average: less than that moves no case that anybody would notice. */
    private static final long FLOOR_OF_MEAN = 100;

    Yardstick {
        requireNonNull(intake, "intake");
        requireNonNull(asOf, "asOf");
    }

    /** With the declared floor, else the one that follows from the process's own scale: a hundredth of the mean cycle time. */
    static Yardstick of(MinedProcess process, Intake intake, LocalDate asOf, OptionalLong declaredFloorUs) {
        Durations cases = process.mined().cycle();
        return cases.n() == 0
                ? new Yardstick(intake, asOf, 0, declaredFloorUs.orElse(0))
                : new Yardstick(
                        intake,
                        asOf,
                        cases.quantileUs(9, 10),
                        declaredFloorUs.orElseGet(() -> cases.meanUs() / FLOOR_OF_MEAN));
    }

    /** Of what is dated by a promise or another day of its own. */
    TestedWeeks ofShares(CountedMembers members) {
        return new TestedWeeks(from(caseP90Us, members.firstDate()), earlier(asOf, intake.until()));
    }

    /** Of durations by completion: at the end also without the weeks in which what still runs would be taken as short. */
    TestedWeeks ofDurations(CountedMembers members, long p90Us) {
        LocalDate ended = asOf.minusDays(days(p90Us));
        return new TestedWeeks(from(Math.max(p90Us, caseP90Us), members.firstDate()), earlier(ended, intake.until()));
    }

    /** Of passages from one activity to the next, by the week in which they end. */
    TestedWeeks ofPassages(long p90Us, LocalDate firstWeek) {
        return new TestedWeeks(from(Math.max(p90Us, caseP90Us), firstWeek), earlier(asOf, intake.until()));
    }

    private LocalDate from(long us, LocalDate first) {
        LocalDate begun = first.isAfter(intake.from()) ? first : intake.from();
        return begun.plusDays(days(us));
    }

    private static long days(long us) {
        return Duration.ofNanos(Math.multiplyExact(us, 1000)).toDays() + 1;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
