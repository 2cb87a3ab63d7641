/** Sequences of activities; one {@code CaseMeasure} each. */
package com.opsatc.kernel.measure.variant;
