package com.opsatc.process.admit.read;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The rows of some files of a stream: each is in exactly one of the two.
 *
 * @param accepted the declared columns with their types, then {@code _file} (digest, text), {@code _row} (from 1),
 *     {@code _key} (text) and {@code _cursor} (text that orders as the cursor does; null without one)
 * @param quarantined source, stream, file, row, reason; never a value
 */
public record StreamBatch(Dataset<Row> accepted, Dataset<Row> quarantined) {}
