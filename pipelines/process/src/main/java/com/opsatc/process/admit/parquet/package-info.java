/** Parquet files within a budget, through the channel that was opened. */
package com.opsatc.process.admit.parquet;
