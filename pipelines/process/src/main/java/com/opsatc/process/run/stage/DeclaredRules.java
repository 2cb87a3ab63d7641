package com.opsatc.process.run.stage;

import com.opsatc.connector.Connector;
import com.opsatc.kernel.calendar.LocalDays;
import com.opsatc.process.admit.read.SourceSpec;
import com.opsatc.process.kpi.measure.ProcessInput;
import com.opsatc.process.rule.RuleBook;
import com.opsatc.process.run.input.RunConfiguration;
import java.time.LocalDate;

/** From the rules that a connector and a tenant declare for a process to those that its log is held against. */
public final class DeclaredRules {
    private DeclaredRules() {}

    /** @param asOf the logical date: what is due after its end is not late */
    public static RuleBook of(RunConfiguration configuration, MergedLog log, LocalDate asOf) {
        Connector connector = log.sources().get(0).source().connector();
        String process = connector.process();
        long knownUntilUs = ProcessInput.knownUntilUs(asOf, configuration.zone());
        return new RuleBook(
                process,
                connector.scope().with(configuration.tenantScope(process)).rules(),
                connector.ends(),
                knownUntilUs,
                LocalDays.between(log.firstUs(), log.lastUs(), configuration.zone()),
                log.sources().stream().allMatch(source -> slotsOfEvents(source.source())),
                DeclaredCalendar.working(process, configuration, log.firstUs(), Math.max(log.lastUs(), knownUntilUs)));
    }

    /** Slots are numbered by the month of a row: that of its event only where the row's own instant is that of the event. */
    private static boolean slotsOfEvents(SourceSpec source) {
        Connector connector = source.connector();
        return connector.events().stream()
                .filter(event -> event.slot() != null)
                .map(event -> connector.stream(event.stream())
                        .dated()
                        .filter(event.time()::equals)
                        .isPresent())
                .reduce(Boolean::logicalAnd)
                .orElse(false);
    }
}
