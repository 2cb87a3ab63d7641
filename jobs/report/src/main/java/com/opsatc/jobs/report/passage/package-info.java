/** Passages of cases that are not as most are: that go back and forth, or took a time far from that of the others. */
package com.opsatc.jobs.report.passage;
