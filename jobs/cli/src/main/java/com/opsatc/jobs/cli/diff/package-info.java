/** What moved between two published runs, and what they rest on that differs: documents held against documents. */
package com.opsatc.jobs.cli.diff;
