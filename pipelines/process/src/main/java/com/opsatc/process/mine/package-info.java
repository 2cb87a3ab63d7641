/**
 * Takes a pass of the kernel over a stored view of a log: the one place that reads Spark's column batches. What is collected lives in
 * the kernel's {@code measure}, how views are stored in {@code eventlog}.
 */
package com.opsatc.process.mine;
