/** The process map: what of a directly-follows graph is drawn, where, and how. */
package com.opsatc.jobs.report.map;
