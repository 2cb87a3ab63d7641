/** Figures with their definition, n, interval and citations: KPIs, findings, bottlenecks, evidence. */
package com.opsatc.contract.claim;
