/** OpenTelemetry's OTLP/JSON, line by line: spans, metrics, logs. */
package com.opsatc.telemetry.input.otlp;
