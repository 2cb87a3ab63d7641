/** Outcome KPIs for one member at a time: an order line, an order, a case. */
package com.opsatc.kernel.outcome;
