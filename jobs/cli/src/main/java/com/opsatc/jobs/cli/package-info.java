/** The {@code opsatc} command: arguments, one child process for each tenant's run, and readers of published documents. */
package com.opsatc.jobs.cli;
