/** Cycle times, and how many cases and events there are; one {@code CaseMeasure} each. */
package com.opsatc.kernel.measure.cycle;
