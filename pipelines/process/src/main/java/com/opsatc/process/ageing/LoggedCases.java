package com.opsatc.process.ageing;

import com.opsatc.kernel.figure.CaseTimes;
import com.opsatc.process.eventlog.LogCodes;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The cases of a process's log, where its connector says what ends one.
 *
 * @param process as documents name it, {@code system} as citations do
 * @param rows the log as it is stored
 * @param names of the cases, by key
 */
public record LoggedCases(
        String process, String system, CaseTimes times, LogCodes codes, Dataset<Row> rows, Dataset<Row> names) {
    List<String> files() {
        return codes.files();
    }
}
