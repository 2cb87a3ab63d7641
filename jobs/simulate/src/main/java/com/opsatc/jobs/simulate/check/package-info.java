/** Compares what was planted with what was published. */
package com.opsatc.jobs.simulate.check;
