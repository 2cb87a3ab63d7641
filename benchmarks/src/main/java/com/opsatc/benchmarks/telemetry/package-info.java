/** The aggregation of platform telemetry, beside a bare reading of the same bytes. */
package com.opsatc.benchmarks.telemetry;
