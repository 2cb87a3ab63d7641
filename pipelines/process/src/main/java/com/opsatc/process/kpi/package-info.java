/** Outcome KPIs: each turns a process into contributions; everything after that is the same for all of them. */
package com.opsatc.process.kpi;
