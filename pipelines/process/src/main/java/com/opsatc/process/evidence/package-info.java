/**
 * From contributions, as Spark computes them, to evidence documents and the population that figures are computed
 * from.
 */
package com.opsatc.process.evidence;
