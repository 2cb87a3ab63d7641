/**
 * Recommendations: levers of the catalogue applied to what the figures of a process show, each with its effect as a range, what
 * speaks against it, and how one would see that it worked (definition recommended-effect). Nothing here says why something is.
 */
package com.opsatc.process.recommend;
