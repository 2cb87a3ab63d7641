/** The view in the forms that monitoring tools take: gauges as OTLP JSON and as Prometheus text. */
package com.opsatc.telemetry.export;
