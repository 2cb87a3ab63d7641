/** A series of weeks compared with the weeks before them: what is tested, what it shows, and in which words. */
package com.opsatc.process.finding.week;
