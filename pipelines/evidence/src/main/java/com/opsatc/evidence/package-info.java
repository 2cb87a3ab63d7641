/**
 * The rows behind a figure, without Spark: written once, read back by anyone who wants to check the figure.
 *
 * <p>The arithmetic here is deliberately not the one the figures are computed by: two implementations that agree on the
 * same rows are the proof.
 */
package com.opsatc.evidence;
