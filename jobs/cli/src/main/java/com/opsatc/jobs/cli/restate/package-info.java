/** Figures of periods as they were known when they were first published, and as they are known now. */
package com.opsatc.jobs.cli.restate;
