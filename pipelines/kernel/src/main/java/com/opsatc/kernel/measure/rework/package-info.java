/** Executions of activities, and those that are rework; one {@code CaseMeasure} each. */
package com.opsatc.kernel.measure.rework;
