/** Charts as SVG text: small, deterministic, legible without a style sheet, so that notebooks can show them as well. */
package com.opsatc.jobs.report.chart;
