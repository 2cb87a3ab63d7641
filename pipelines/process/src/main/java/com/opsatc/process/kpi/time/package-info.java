/** KPIs of time between milestones of a case. */
package com.opsatc.process.kpi.time;
