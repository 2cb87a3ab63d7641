/**
 * Running a tenant as a library: behind its lock, in a process of its own, with its failures recorded. It knows of no command
 * line, no screen and no schedule; who asks says who they are and what to tell of the progress.
 */
package com.opsatc.jobs.host;
