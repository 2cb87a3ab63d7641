package com.opsatc.process.mine;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.kernel.figure.EdgeStats;
import com.opsatc.kernel.figure.MinedLog;
import com.opsatc.kernel.log.Coding;
import com.opsatc.kernel.measure.ViewMeasures;
import com.opsatc.kernel.measure.period.Periods;
import com.opsatc.kernel.measure.quality.LogCounts;
import com.opsatc.kernel.measure.quality.LogCountsMeasure;
import com.opsatc.kernel.visit.CasePass;
import com.opsatc.kernel.visit.PassResults;
import com.opsatc.process.canonical.CanonicalTables;
import com.opsatc.process.eventlog.EventLog;
import com.opsatc.process.eventlog.EventLogs;
import com.opsatc.process.store.AttemptTables;
import com.opsatc.process.testing.LocalSpark;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.InputFile;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same stored log read in whole columns, in rows, and in splits that cut cases gives the same figures. */
class ViewPassTest {

    @TempDir
    private static java.nio.file.Path warehouse;

    private static AttemptTables tables;

    @BeforeAll
    static void store() {
        LocalSpark.plainCatalog("mining", warehouse);
        tables = new AttemptTables(LocalSpark.session(), "mining", "a1", Map.of(), table -> {});
        Random random = new Random(11);
        List<Row> events = new ArrayList<>();
        for (long i = 0; i < 60_000; i++) {
            long time = random.nextInt(90_000_000);
            Long start = i % 3 == 0 ? time - random.nextInt(5_000) : null;
            // One case in forty is long, so that small row groups cut it.
            String caseId = "case-" + (random.nextInt(40) == 0 ? 0 : random.nextInt(9_000));
            events.add(RowFactory.create(
                    "e" + i,
                    caseId,
                    "A" + random.nextInt(7),
                    null,
                    start,
                    time,
                    i,
                    null,
                    "t",
                    "a".repeat(64),
                    i + 1,
                    null,
                    null));
        }

        EventLogs.write(
                        LocalSpark.session(),
                        tables,
                        "s",
                        LocalSpark.session().createDataFrame(events, CanonicalTables.EVENT))
                .close();
    }

    @Test
    void mine_columnsAndRows_giveTheSame() {
        Dataset<Row> log = tables.read(EventLog.log("s"));

        assertThat(figures(log, false)).isEqualTo(figures(log, true)).hasSizeGreaterThan(98);
    }

    @Test
    void mine_smallRowGroupsAndTinySplits_giveTheSame() {
        Dataset<Row> whole = tables.read(EventLog.log("s"));
        AttemptTables small = new AttemptTables(LocalSpark.session(), "mining", "a2", tables.snapshots(), table -> {});
        LocalSpark.session()
                .sql("ALTER TABLE mining.t.log_s SET TBLPROPERTIES ('write.parquet.row-group-size-bytes'='65536',"
                        + " 'write.parquet.row-group-check-min-record-count'='100', 'read.split.target-size'='4096',"
                        + " 'read.split.open-file-cost'='1', 'write.parquet.page-size-bytes'='4096')");
        small.overwrite(EventLog.log("s"), whole.coalesce(1));
        Dataset<Row> cut = small.read(EventLog.log("s"));
        assertThat(cut.rdd().getNumPartitions()).isGreaterThan(EventLog.BUCKETS);

        assertThat(figures(cut, false)).isEqualTo(figures(whole, false));
    }

    @Test
    void write_columnsThatAPassReads_areStoredPlain() throws IOException {
        Set<Encoding> encodings = new HashSet<>();
        for (String file : LocalSpark.session()
                .sql("SELECT file_path FROM mining.t.log_s.all_data_files")
                .as(Encoders.STRING())
                .collectAsList()) {
            InputFile input = HadoopInputFile.fromPath(new Path(file), new Configuration());
            try (ParquetFileReader reader = ParquetFileReader.open(input)) {
                reader.getFooter()
                        .getBlocks()
                        .forEach(block -> block.getColumns().stream()
                                .filter(column -> !Set.of(EventLog.FILE, EventLog.ROW)
                                        .contains(column.getPath().toDotString()))
                                .forEach(column -> encodings.addAll(column.getEncodings())));
            }
        }

        assertThat(encodings)
                .contains(Encoding.PLAIN)
                .doesNotContain(Encoding.RLE_DICTIONARY, Encoding.PLAIN_DICTIONARY);
    }

    /** Everything that is found in a pass over both codings, with what is counted of the log as data. */
    private static List<String> figures(Dataset<Row> log, boolean rows) {
        CasePass pass = new CasePass(7, 7);
        ViewMeasures activities = ViewMeasures.in(pass, Coding.ACTIVITY, 7, new Periods(new long[] {0, 40_000_000L}));
        ViewMeasures classes = ViewMeasures.in(pass, Coding.CLASS, 7, Periods.NONE);
        CasePass.Slot<LogCounts> counts = pass.add(LogCountsMeasure.between(0, 90_000_000L, ZoneOffset.UTC));
        PassResults found =
                rows ? ViewPass.overRows(log, /* classified= */ true, pass) : ViewPass.over(log, true, pass);
        List<String> figures = new ArrayList<>();
        figures.add(found.of(counts).toString());
        addAll(figures, activities.of(found));
        addAll(figures, classes.of(found));
        return figures;
    }

    private static void addAll(List<String> figures, MinedLog mined) {
        figures.add(mined.cases() + " " + mined.events() + " " + mined.reworkCases() + " "
                + mined.variants().size());
        for (EdgeStats e : mined.edges()) {
            figures.add(List.of(
                            e.from(),
                            e.to(),
                            e.n(),
                            e.cases(),
                            e.sumUs(),
                            e.minUs(),
                            e.maxUs(),
                            e.overlapN(),
                            e.overlapUs())
                    + " " + e.ties() + " " + e.quantileUs(1, 2) + " " + e.quantileUs(9, 10) + " " + e.recoverable());
        }

        mined.activities().forEach(activity -> figures.add(activity.toString()));
        mined.variants().forEach(variant -> figures.add(variant.toString()));
    }
}
