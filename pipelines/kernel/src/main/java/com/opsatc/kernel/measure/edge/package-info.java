/** Directly-follows edges with exact gaps; one {@code CaseMeasure} each. */
package com.opsatc.kernel.measure.edge;
