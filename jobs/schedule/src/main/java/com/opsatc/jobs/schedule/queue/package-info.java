/**
 * The scheduler itself: one row of the platform database for each job and tenant, taken by one of several processes, run
 * through {@code jobs/host}. It knows of no command line.
 */
package com.opsatc.jobs.schedule.queue;
