package com.opsatc.process.ageing;

import com.opsatc.contract.ageing.AgedCase;
import com.opsatc.contract.ageing.HeldOutCoverage;
import com.opsatc.contract.ageing.ProcessAgeing;
import com.opsatc.contract.ageing.ProcessAgeing.AgeCount;
import com.opsatc.contract.ageing.ProcessAgeingBuilder;
import com.opsatc.kernel.ageing.AgeClass;
import com.opsatc.kernel.ageing.Calibration;
import com.opsatc.kernel.ageing.DateRisk;
import com.opsatc.kernel.ageing.DatedCase;
import com.opsatc.kernel.figure.CaseTime;
import com.opsatc.kernel.figure.OpenCase;
import com.opsatc.kernel.statistics.Quantile;
import com.opsatc.process.ageing.OpenRecords.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is open at the end of the logical date (definitions 1.19): by age, the oldest, and those of whose like most missed their date.
 *
 * <p>No extract declares how long a case may take, so that it is held against the ninth decile of those that are closed; a risk is
 * that of being among the slowest tenth.
 */
public final class OpenNow {
    private static final int DECILE = 9;
    private static final int OF_DECILES = 10;
    private static final int MILLIONTHS = 6;

    private OpenNow() {}

    public static ProcessAgeing of(LoggedCases log, KnownUntil known) {
        List<OpenCase> open = log.times().open();
        long[] tookUs = log.times().cases().stream()
                .filter(each -> !each.isOpen())
                .mapToLong(each -> each.closedUs() - each.beginUs())
                .toArray();
        ProcessAgeingBuilder ageing = ProcessAgeingBuilder.builder()
                .process(log.process())
                .open((long) open.size())
                .closed((long) tookUs.length);
        if (tookUs.length == 0) {
            List<Outlook> outlooks = open.stream()
                    .map(each -> Outlook.withoutDate(each, known.us()))
                    .toList();
            return listed(
                    ageing.withheld("No case is closed yet, so that no past case tells how long one takes."),
                    log,
                    known,
                    outlooks,
                    List.of());
        }

        long targetUs = Quantile.type7(tookUs, DECILE, OF_DECILES);
        List<CaseTime> cases = log.times().cases();
        DateRisk risk = DateRisk.of(
                cases.stream().map(each -> DatedCase.within(targetUs, each)).toList(),
                known.us(),
                known.weeksUs(cases.get(0).beginUs()));
        Calibration calibration = risk.calibration();
        String withheld = withheld(calibration);
        List<Outlook> outlooks = open.stream()
                .map(each -> Outlook.of(each, known.us(), targetUs, risk, withheld == null))
                .toList();
        ageing.target(new ProcessAgeing.Target(targetUs, tookUs.length))
                .heldOut(new HeldOutCoverage(
                        calibration.weeks(),
                        calibration.groups(),
                        calibration.cases(),
                        BigDecimal.valueOf(calibration.insideMillionths(), MILLIONTHS),
                        calibration.holds()))
                .withheld(withheld);
        return listed(
                ageing,
                log,
                known,
                outlooks,
                outlooks.stream()
                        .filter(each -> each.missed() != null)
                        .sorted(Outlook.MOST_AT_RISK_FIRST)
                        .limit(ProcessAgeing.MOST_CASES)
                        .toList());
    }

    /** Null where the risks may be given. */
    private static String withheld(Calibration calibration) {
        if (!calibration.tells()) {
            return "Too few cases were open in earlier weeks to test a risk by: " + calibration.groups()
                    + " groups of them, fewer than " + Calibration.FEWEST_GROUPS + ".";
        }

        return calibration.holds()
                ? null
                : "What was foreseen for earlier weeks did not come true often enough: of " + calibration.groups()
                        + " intervals of 90 % "
                        + BigDecimal.valueOf(calibration.insideMillionths(), MILLIONTHS)
                                .setScale(1, RoundingMode.HALF_EVEN)
                        + " held, so that the past does not tell of these cases.";
    }

    private static ProcessAgeing listed(
            ProcessAgeingBuilder ageing,
            LoggedCases log,
            KnownUntil known,
            List<Outlook> outlooks,
            List<Outlook> atRisk) {
        // They come in the order of beginning, so that the first are the oldest.
        List<Outlook> oldest = outlooks.subList(0, Math.min(ProcessAgeing.MOST_CASES, outlooks.size()));
        Set<OpenCase> shown = new LinkedHashSet<>();
        oldest.forEach(each -> shown.add(each.open()));
        atRisk.forEach(each -> shown.add(each.open()));
        Map<Long, Named> named = OpenRecords.of(shown, log);
        return ageing.classes(classes(outlooks))
                .oldest(cases(oldest, named, log, known))
                .atRisk(cases(atRisk, named, log, known))
                .build();
    }

    private static List<AgeCount> classes(List<Outlook> outlooks) {
        Map<AgeClass, long[]> counts = new EnumMap<>(AgeClass.class);
        Arrays.stream(AgeClass.values()).forEach(each -> counts.put(each, new long[2]));
        for (Outlook each : outlooks) {
            long[] count = counts.get(AgeClass.of(each.ageUs()));
            count[0]++;
            count[1] += Boolean.TRUE.equals(each.late()) ? 1 : 0;
        }
        List<AgeCount> classes = new ArrayList<>();
        counts.forEach((of, count) -> classes.add(new AgeCount(of.fromDays(), count[0], count[1])));
        return classes;
    }

    private static List<AgedCase> cases(
            List<Outlook> outlooks, Map<Long, Named> named, LoggedCases log, KnownUntil known) {
        return outlooks.stream()
                .map(each -> {
                    Named record = named.get(each.open().time().caseId());
                    return new AgedCase(
                            record.caseId(),
                            known.dateOf(each.open().time().beginUs()),
                            each.ageUs(),
                            log.codes().activities().get(each.open().activity()),
                            known.dateOf(each.open().lastUs()),
                            each.late(),
                            each.missed(),
                            record.last());
                })
                .toList();
    }
}
