package com.opsatc.process.store;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.spark.Spark3Util;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.functions;

/**
 * One attempt's view of a tenant's tables: it reads the previous head's snapshots and writes to a branch of its own.
 *
 * <p>Guarantee: nothing here moves what readers see. {@code main} is never read or written; a branch is made from the
 * snapshot the previous head names, and only the head row that a later publication inserts makes its snapshots visible
 * (architecture decision 5). An attempt that dies leaves a branch in no head, which {@link Branches} collects.
 */
public final class AttemptTables {
    private static final Pattern LEGAL_ATTEMPT = Pattern.compile("[a-z0-9-]{1,64}");
    private static final String NAMESPACE = "t";

    private final SparkSession session;
    private final String catalog;
    private final String attempt;
    private final Map<String, Long> previous;
    private final Consumer<String> committed;
    private final SortedMap<String, Long> written = new ConcurrentSkipListMap<>();
    private final Map<String, Table> branched = new ConcurrentHashMap<>();
    private final Set<String> read = new ConcurrentSkipListSet<>();

    /**
     * @param catalog the tenant's catalog alias in this session
     * @param attempt names storage of this try: a-z, 0-9 and '-'
     * @param previous the previous head's snapshot of each table; empty for a tenant's first run
     * @param committed told the table's name after each commit to it
     */
    public AttemptTables(
            SparkSession session,
            String catalog,
            String attempt,
            Map<String, Long> previous,
            Consumer<String> committed) {
        this.session = requireNonNull(session, "session");
        this.catalog = requireNonNull(catalog, "catalog");
        this.previous = Map.copyOf(previous);
        this.committed = requireNonNull(committed, "committed");
        if (!LEGAL_ATTEMPT.matcher(attempt).matches()) {
            throw new IllegalArgumentException("Invalid attempt id: use 1 to 64 of a-z, 0-9 and '-'");
        }

        this.attempt = attempt;
    }

    /** Adds rows to what the previous head has in the table. */
    public void append(TableSpec table, Dataset<Row> rows) {
        branch(table, /* carriesRows= */ previous.containsKey(table.name()));
        run(table, () -> toWrite(table, rows).writeTo(branchName(table)).append());
    }

    /** Replaces the table's rows. */
    public void overwrite(TableSpec table, Dataset<Row> rows) {
        branch(table, /* carriesRows= */ false);
        run(table, () -> toWrite(table, rows).writeTo(branchName(table)).overwrite(functions.lit(true)));
    }

    /** The table as this attempt sees it: its own branch if it wrote one, else the previous head's snapshot, else no rows. */
    public Dataset<Row> read(TableSpec table) {
        read.add(table.name());
        Long snapshot = written.getOrDefault(table.name(), previous.get(table.name()));
        if (snapshot == null) {
            return session.createDataFrame(Collections.emptyList(), table.schema());
        }

        return TableEvolution.asRead(
                table, session.read().option("snapshot-id", snapshot).table(fullName(table.name())));
    }

    /** Whether this attempt, or the previous head, has the table. */
    public boolean has(TableSpec table) {
        read.add(table.name());
        return written.containsKey(table.name()) || previous.containsKey(table.name());
    }

    /**
     * The snapshots a head of this attempt would name: what it wrote, and what it read and left as it was. A table that it had no
     * use for is not carried on.
     */
    public SortedMap<String, Long> snapshots() {
        SortedMap<String, Long> all = new ConcurrentSkipListMap<>(previous);
        all.keySet().retainAll(read);
        all.putAll(written);
        return all;
    }

    /** Every file that a reader of {@link #snapshots} opens, as Iceberg names it; not the tables' metadata. */
    public SortedSet<String> files() {
        SortedSet<String> files = new TreeSet<>();
        snapshots().forEach((table, snapshot) -> files.addAll(TableFiles.of(load(table), snapshot)));
        return files;
    }

    /**
     * The files that a reader of what the previous head has in a table opens, as Iceberg names them.
     *
     * @throws RuntimeException with {@link StoredDamage} behind it when the table's own files do not tell
     */
    public SortedSet<String> previousFiles(String table) {
        Table loaded = load(table);
        if (loaded.snapshot(previous.get(table)) == null) {
            throw new PipelineException(
                    ErrorCode.STORE, "Cannot read table " + table + ": its metadata do not know the run's snapshot");
        }

        return TableFiles.of(loaded, previous.get(table));
    }

    /** Names of the tables this attempt wrote. */
    public Set<String> writtenTables() {
        return written.keySet();
    }

    /** Names of all tables of the tenant, sorted; also those that only attempts without a head wrote. */
    public List<String> all() {
        namespace();
        return session.sql("SHOW TABLES IN " + catalog + "." + NAMESPACE).select("tableName").collectAsList().stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }

    /** The SQL name of a function of the tables' catalog, e.g. Iceberg's partition transforms. */
    public String catalogFunction(String name) {
        return catalog + ".system." + name;
    }

    Table load(String table) {
        // The catalog's settings are asked of the thread's session, which a session becomes with its first query only.
        SparkSession.setActiveSession(session);
        try {
            return Spark3Util.loadIcebergTable(session, fullName(table));
        } catch (NoSuchTableException | org.apache.spark.sql.catalyst.parser.ParseException e) {
            throw new PipelineException(
                    ErrorCode.STORE, "Cannot open table " + table + ": the catalog does not know it", e);
        }
    }

    private void branch(TableSpec spec, boolean carriesRows) {
        if (branched.containsKey(spec.name())) {
            return;
        }

        namespace();
        session.sql(
                "CREATE TABLE IF NOT EXISTS " + fullName(spec.name()) + " (" + spec.columnsSql() + ") USING iceberg "
                        + (spec.partitioning().isEmpty() ? "" : "PARTITIONED BY (" + spec.partitioning() + ") ")
                        + "TBLPROPERTIES ('format-version'='2', 'write.parquet.compression-codec'='zstd', "
                        + "'write.distribution-mode'='none', 'write.metadata.metrics.default'='counts', "
                        + "'write.metadata.delete-after-commit.enabled'='true', 'write.metadata.previous-versions-max'='10'"
                        + spec.propertiesSql() + ")");
        Table table = load(spec.name());
        TableEvolution.evolve(table, spec, carriesRows);
        Long from = previous.get(spec.name());
        if (from == null) {
            table.manageSnapshots().createBranch(branch()).commit();
        } else {
            table.manageSnapshots().createBranch(branch(), from).commit();
        }
        branched.put(spec.name(), table);
    }

    private void namespace() {
        session.sql("CREATE NAMESPACE IF NOT EXISTS " + catalog + "." + NAMESPACE);
    }

    private void run(TableSpec table, Write write) {
        try {
            write.run();
        } catch (NoSuchTableException e) {
            throw new PipelineException(ErrorCode.STORE, "Cannot write table " + table.name() + ": it vanished", e);
        }

        Snapshot snapshot = load(table.name()).snapshot(branch());
        written.put(table.name(), snapshot.snapshotId());
        committed.accept(table.name());
    }

    private Dataset<Row> toWrite(TableSpec table, Dataset<Row> rows) {
        return TableEvolution.toWrite(branched.get(table.name()), table, rows);
    }

    private String branchName(TableSpec table) {
        return fullName(table.name()) + ".branch_" + branch();
    }

    private String branch() {
        return Branches.PREFIX + attempt.replace('-', '_');
    }

    private String fullName(String table) {
        return catalog + "." + NAMESPACE + "." + table;
    }

    private interface Write {
        void run() throws NoSuchTableException;
    }
}
