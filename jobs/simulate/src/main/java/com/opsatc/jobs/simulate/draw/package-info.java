/** Seeded draws and working days. */
package com.opsatc.jobs.simulate.draw;
