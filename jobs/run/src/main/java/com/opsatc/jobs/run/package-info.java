/**
 * Main class of a tenant's run, in a process of its own: key and request come on a pipe, progress goes back on
 * another.
 */
package com.opsatc.jobs.run;
