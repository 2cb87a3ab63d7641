/** The declared jobs in the words of schedulers that others run; each target is a class, and a line of {@code ExportTargets}. */
package com.opsatc.jobs.schedule.export;
