/** The demonstration: two made-up tenants from extract to report. */
package com.opsatc.jobs.cli.verb.demo;
