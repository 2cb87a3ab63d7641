/** Guards: whether a figure that looks better may do so without the work being better. */
package com.opsatc.jobs.report.guard;
