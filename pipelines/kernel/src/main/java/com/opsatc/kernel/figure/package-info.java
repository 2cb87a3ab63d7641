/** What mining found: counts, durations and sums of activities, edges and variants. */
package com.opsatc.kernel.figure;
