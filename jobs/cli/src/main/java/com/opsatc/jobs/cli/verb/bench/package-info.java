/** Commands that measure. */
package com.opsatc.jobs.cli.verb.bench;
