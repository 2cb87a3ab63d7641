/** When cases began and were closed, and which are open; one {@code CaseMeasure} each. */
package com.opsatc.kernel.measure.open;
