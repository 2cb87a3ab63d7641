/** The report: published documents in, one self-contained HTML file out; no clock, no network, no Spark. */
package com.opsatc.jobs.report;
