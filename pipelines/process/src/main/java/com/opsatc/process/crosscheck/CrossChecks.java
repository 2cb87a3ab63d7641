package com.opsatc.process.crosscheck;

import com.opsatc.contract.document.Documents;
import com.opsatc.contract.run.RunOutcome.CrossCheck;
import com.opsatc.tenancy.run.Published;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * Computes the figures of a published run again with the scripts beside this class, and tells which of them hold.
 *
 * <p>A figure holds when SQL finds the same whole number. One that SQL finds and no document has breaks its kind as well, but for
 * variants, of which documents list the most frequent only.
 */
public final class CrossChecks {
    private static final int KEY_COLUMNS = 3;
    private static final int MOST_NAMED = 20;

    private final SparkSession session;
    private final CheckedFigures published;

    CrossChecks(SparkSession session, CheckedFigures published) {
        this.session = session;
        this.published = published;
    }

    /**
     * Checks a run.
     *
     * @param catalog name of the tenant's catalog in the session
     * @param processes the sources of each process, by process
     */
    public static List<CrossCheck> of(
            SparkSession session, String catalog, Published published, Map<String, List<String>> processes) {
        CrossChecks checks = new CrossChecks(
                session, new CheckedFigures(published.read(Documents.EDGES), published.read(Documents.VARIANTS)));
        CheckedTables tables =
                new CheckedTables(session, catalog, published.manifest().snapshots());
        List<CrossCheck> results = new ArrayList<>();
        processes.forEach((process, sources) -> {
            tables.show(sources);
            results.addAll(checks.of(process));
        });
        return results;
    }

    /** Checks the process whose tables the scripts are shown. */
    List<CrossCheck> of(String process) {
        Dataset<Row> walk = session.sql(script("walk")).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            walk.createOrReplaceTempView("checked_walk");
            return List.of(
                    check("cases", process, published::cases, /* whole= */ true),
                    check("edges", process, published::edges, /* whole= */ true),
                    check("activities", process, published::activities, /* whole= */ true),
                    check("variants", process, published::variants, /* whole= */ false));
        } finally {
            walk.unpersist();
        }
    }

    /** @param whole whether the document lists all that there are */
    private CrossCheck check(String figures, String process, Function<String, List<CheckedLine>> lines, boolean whole) {
        List<CheckedLine> stated = lines.apply(process);
        Set<List<String>> keys = stated.stream().map(CheckedLine::key).collect(Collectors.toSet());
        Map<List<String>, List<Long>> found = new HashMap<>();
        long unstated = 0;
        for (Iterator<Row> rows = session.sql(script(figures)).toLocalIterator(); rows.hasNext(); ) {
            Row row = rows.next();
            List<String> key = List.of(row.getString(0), row.getString(1), row.getString(2));
            if (keys.contains(key)) {
                found.put(key, figures(row));
            } else {
                unstated++;
            }
        }

        List<String> broken = new ArrayList<>();
        for (int i = 0; i < stated.size(); i++) {
            if (!stated.get(i).matches(found.get(stated.get(i).key()))) {
                broken.add(figures + " of " + process + ", " + stated.get(i).view() + ", number " + (i + 1));
            }
        }

        long holds = stated.size() - (long) broken.size();
        if (whole && unstated > 0) {
            broken.add(figures + " of " + process + ", " + unstated + " that no document states");
        }

        return new CrossCheck(
                figures, holds, stated.size(), broken.stream().limit(MOST_NAMED).toList());
    }

    private static List<Long> figures(Row row) {
        List<Long> figures = new ArrayList<>();
        for (int i = KEY_COLUMNS; i < row.size(); i++) {
            figures.add(row.getLong(i));
        }

        return figures;
    }

    private static String script(String name) {
        try (InputStream in = CrossChecks.class.getResourceAsStream(name + ".sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
