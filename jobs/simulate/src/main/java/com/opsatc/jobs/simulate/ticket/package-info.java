/** Simulated tickets: incidents, their states, and their ServiceNow-shaped tables. */
package com.opsatc.jobs.simulate.ticket;
