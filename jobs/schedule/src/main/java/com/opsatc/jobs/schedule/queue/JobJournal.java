package com.opsatc.jobs.schedule.queue;

/** Who is told what becomes of jobs; called by several threads at once. */
public interface JobJournal {
    void tell(JobEvent event);

    /** Something that is no job's failed, and is tried again: the database cannot be reached, or the list of tenants not be read. */
    void complain(String sentence);
}
