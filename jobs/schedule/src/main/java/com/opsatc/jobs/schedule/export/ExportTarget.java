package com.opsatc.jobs.schedule.export;

import java.util.List;
import java.util.SortedMap;

/** A scheduler that others run, and how it is told of our jobs. */
public interface ExportTarget {
    /** As {@code --format} takes it. */
    String name();

    /**
     * The files that declare the jobs, by name; deterministic.
     *
     * @param jobs one for each job and tenant
     */
    SortedMap<String, String> files(List<ExportedJob> jobs, ExportPlace place);

    /** What to do with the files, in a sentence. */
    String use();
}
