/** On time, in full, OTIF, and promises put off: what is judged line by line and order by order. */
package com.opsatc.process.kpi.order;
