/** One pass over an event log: directly-follows edges, rework, variants and cycle times, exact and mergeable. */
package com.opsatc.kernel.mining;
