/** One ingest: from files to committed exact days and the probe's figures. */
package com.opsatc.telemetry.ingest;
