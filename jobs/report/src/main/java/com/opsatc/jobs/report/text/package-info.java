/** How figures, dates and the tenant's own words are written for a person. */
package com.opsatc.jobs.report.text;
