/** What recommendations would be worth, as the page tells it. */
package com.opsatc.jobs.report.worth;
