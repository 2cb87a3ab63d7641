/** Tables as Parquet files that any reader of the format opens: rows alone, the same bytes for the same rows, no Hadoop at run time. */
package com.opsatc.boundary.parquet;
