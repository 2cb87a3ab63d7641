/** How the platform's own components report on themselves: OpenTelemetry, written to a file of OTLP JSON lines. */
package com.opsatc.instrumentation;
