/** Quantiles, intervals and change detection on integers, the same on every machine. */
package com.opsatc.kernel.statistics;
