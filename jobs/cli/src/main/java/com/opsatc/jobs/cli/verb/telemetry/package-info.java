/** Commands about de-identified platform telemetry. */
package com.opsatc.jobs.cli.verb.telemetry;
