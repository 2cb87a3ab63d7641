/**
 * The page for engineers: what platform telemetry released, how it was protected, and the probe's exact figures apart
 * from it.
 */
package com.opsatc.jobs.report.telemetry;
