/**
 * Figures with their definition, n, interval and citations: KPIs, findings, bottlenecks, evidence; and their vocabulary, each
 * word of which is a constant here with its symbol, its words and its order. What a number is made of is in {@code figure}.
 */
package com.opsatc.contract.claim;
