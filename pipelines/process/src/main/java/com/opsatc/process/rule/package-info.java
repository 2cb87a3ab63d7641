/**
 * Declared rules about the activities of a case (definitions 1.13): made ready for the pass over a log, and what it finds of them as
 * documents say it. What a rule means is the kernel's.
 */
package com.opsatc.process.rule;
