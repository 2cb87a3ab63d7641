/** The verbs of jobs that run by themselves; what they show and start is {@code jobs/schedule}. */
package com.opsatc.jobs.cli.verb.schedule;
