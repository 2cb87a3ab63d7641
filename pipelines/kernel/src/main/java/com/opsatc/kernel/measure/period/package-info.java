/** Periods of time, and the scale that durations in them are summed on. */
package com.opsatc.kernel.measure.period;
