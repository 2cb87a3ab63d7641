package com.opsatc.process.admit;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;

import com.opsatc.connector.spec.Population;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.process.admit.read.SourceSpec;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Tells records of several populations apart. With one, numbers stay as the extract has them, whether its files name the
 * population or not; with several, keys and numbers begin with it.
 */
public final class Populations {
    private Populations() {}

    /**
     * How many populations the rows of a source are of; 0 where its connector declares none.
     *
     * @param accepted by stream: every row ever accepted of files that take part
     * @throws PipelineException (quality gate) when there are several and rows of a stream do not say which they are of
     */
    public static long count(SourceSpec source, Map<String, Dataset<Row>> accepted) {
        Set<String> populations = new TreeSet<>();
        Set<String> silent = new TreeSet<>();
        Optional<Dataset<Row>> named = accepted.entrySet().stream()
                .filter(stream -> source.connector().stream(stream.getKey()).population() != null)
                .map(stream -> stream.getValue()
                        .select(
                                lit(stream.getKey()),
                                col(source.connector().stream(stream.getKey())
                                        .population()
                                        .column())))
                .reduce(Dataset::union);
        if (named.isEmpty()) {
            return 0;
        }

        for (Row row : named.get().distinct().collectAsList()) {
            if (row.isNullAt(1)) {
                silent.add(row.getString(0));
            } else {
                populations.add(row.getString(1));
            }
        }

        if (populations.size() > 1 && !silent.isEmpty()) {
            throw new PipelineException(
                    ErrorCode.QUALITY_GATE,
                    "Cannot tell the records of source " + source.source() + " apart: its extracts hold "
                            + populations.size() + " populations, and rows of " + silent
                            + " do not say which they are of; deliver these files with the column that says it, or each"
                            + " population as a source of its own");
        }

        return populations.size();
    }

    /** The rows, with the population in front of their key and of the numbers that mean something within it only. */
    static Dataset<Row> named(Dataset<Row> rows, DeliveredFiles deliveries) {
        if (!deliveries.isOfSeveralPopulations()) {
            return rows;
        }

        Population population = deliveries.stream().population();
        Dataset<Row> named = prefixed(rows, population, "_key");
        for (String column : population.of()) {
            named = prefixed(named, population, column);
        }

        return named;
    }

    private static Dataset<Row> prefixed(Dataset<Row> rows, Population population, String column) {
        return rows.withColumn(column, concat(col(population.column()), lit("/"), col(column)));
    }
}
