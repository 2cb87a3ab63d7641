/** Findings: what may be said of a process, each with its magnitude, what it is compared with, and its evidence. */
package com.opsatc.process.finding;
