package com.opsatc.jobs.report.testing;

import com.opsatc.contract.claim.WaitCause;
import com.opsatc.contract.document.ProcessWaiting;
import com.opsatc.contract.document.ProcessWaiting.CauseTime;
import com.opsatc.contract.document.ProcessWaiting.Coverage;
import com.opsatc.contract.document.ProcessWaiting.TransitionWaiting;
import com.opsatc.contract.figure.Interval;
import java.math.BigDecimal;
import java.util.List;

/** Why the work of the incident process waits; the log of orders does not tell. */
public final class SampleWaiting {
    private static final long HOUR = 3_600_000_000L;

    private SampleWaiting() {}

    static List<ProcessWaiting> both() {
        return List.of(ProcessWaiting.none("order-to-cash", "The log does not tell when work begins."), incident());
    }

    /** 60 h of waiting, 50 of them with a cause: 10 h of batching, 25 of contention, 15 of nothing that is told. */
    public static ProcessWaiting incident() {
        return new ProcessWaiting(
                "incident",
                null,
                "office",
                new Coverage(400, 12, 130, 90 * HOUR, 60 * HOUR, 50 * HOUR),
                List.of(
                        cause(WaitCause.BATCHING, 10, "0.041667"),
                        cause(WaitCause.CONTENTION, 25, "0.120000"),
                        cause(WaitCause.EXTRANEOUS, 15, "0.066667")),
                2,
                List.of(
                        new TransitionWaiting(
                                "Assign",
                                "Diagnose",
                                250,
                                40 * HOUR,
                                35 * HOUR,
                                List.of(part(WaitCause.BATCHING, 10), part(WaitCause.CONTENTION, 25))),
                        new TransitionWaiting(
                                "Diagnose",
                                "Resolve",
                                150,
                                20 * HOUR,
                                15 * HOUR,
                                List.of(part(WaitCause.EXTRANEOUS, 15)))));
    }

    private static CauseTime cause(WaitCause cause, long hours, String gain) {
        Interval interval = new Interval(
                new BigDecimal("0.95"),
                BigDecimal.valueOf((hours - 2) * HOUR),
                BigDecimal.valueOf((hours + 3) * HOUR),
                "bucket-bootstrap");
        return new CauseTime(
                cause, hours * HOUR, (hours - 1) * HOUR, (hours + 4) * HOUR, interval, new BigDecimal(gain));
    }

    private static CauseTime part(WaitCause cause, long hours) {
        return new CauseTime(cause, hours * HOUR, hours * HOUR, hours * HOUR, null, null);
    }
}
