/** The page's tables as data: links that save exact figures as CSV. */
package com.opsatc.jobs.report.csv;
