/** Parts that several sections of the page are made of: citations, anchors, facts, rows and shared caveats. */
package com.opsatc.jobs.report.part;
