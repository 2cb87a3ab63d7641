/**
 * A tenant's run from its request to its head: what is done in which order, what is kept when it stops, and what it says
 * at its end. How rows become figures is not here but in {@code stage}.
 */
package com.opsatc.process.run;
