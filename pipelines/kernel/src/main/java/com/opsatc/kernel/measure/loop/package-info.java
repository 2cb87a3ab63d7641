/** Short loops of a log; one {@code CaseMeasure} each. */
package com.opsatc.kernel.measure.loop;
