/** Extract files as systems of record deliver them, with the faults that real deliveries have. */
package com.opsatc.jobs.simulate.extract;
