/** The process that works on platform telemetry: it holds the platform's key and no tenant's. */
package com.opsatc.jobs.telemetry;
