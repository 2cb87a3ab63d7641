/** The command that runs tenants, and the list of runs. */
package com.opsatc.jobs.cli.verb.run;
