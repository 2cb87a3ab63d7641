/** Commands that read what a run published; they compute no figure. */
package com.opsatc.jobs.cli.verb.read;
