package com.opsatc.process.finding;

import java.util.List;

/** All that a process is looked at for: one line each. */
final class Finders {
    static final List<Finder> ALL = List.of(
            new KpiShifts.Search(), new KpiEpisodes.Search(), new EdgeShifts.Search(), new BottleneckFindings.Search());

    private Finders() {}
}
