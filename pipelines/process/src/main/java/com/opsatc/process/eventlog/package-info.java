/** The event log of a process: its rows, codes and cases, pairs of begin and end, and one pass of mining over it. */
package com.opsatc.process.eventlog;
