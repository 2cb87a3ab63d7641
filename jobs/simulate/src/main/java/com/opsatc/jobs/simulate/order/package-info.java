/** Simulated order to cash: orders, shipments, and their SAP-shaped tables. */
package com.opsatc.jobs.simulate.order;
