/**
 * One pass over a view of an event log that feeds any number of measures, exact and mergeable; what the measures collect lives in
 * {@code measure}.
 */
package com.opsatc.kernel.visit;
