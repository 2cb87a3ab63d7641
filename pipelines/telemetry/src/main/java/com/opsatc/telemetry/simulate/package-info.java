/** Simulated fleets: telemetry of tenants that do not exist, for tests, the demo and measurements. */
package com.opsatc.telemetry.simulate;
