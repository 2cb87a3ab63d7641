package com.opsatc.process.bottleneck;

import static org.apache.spark.sql.functions.col;

import com.opsatc.contract.claim.Alternation;
import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.figure.Interval;
import com.opsatc.contract.id.Sha256;
import com.opsatc.kernel.figure.PingPong;
import com.opsatc.kernel.log.EventColumns;
import com.opsatc.kernel.statistics.Wilson;
import com.opsatc.process.eventlog.EventLog;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Names the activities that cases go back and forth between, and cites where (definitions 1.9). A pair is left out where more than
 * half of the passages between its two join events of different objects: no one went back there.
 */
public final class Alternations {
    private static final int LISTED = 20;
    private static final BigDecimal LEVEL = new BigDecimal("0.95");

    private Alternations() {}

    /**
     * The pairs with the most cases, then the most stretches, then by name.
     *
     * @param steps the view that {@code found} is of
     * @param rows its events with codes, as they are stored
     * @param files what the codes of files stand for
     * @param system as citations name it
     */
    public static List<Alternation> of(
            MinedProcess steps, List<PingPong> found, Dataset<Row> rows, List<String> files, String system) {
        List<PingPong> listed = found.stream()
                .filter(pair -> !steps.objects().isInterleaved(steps.name(pair.first()), steps.name(pair.second())))
                .sorted(Comparator.comparingLong(PingPong::cases)
                        .reversed()
                        .thenComparing(
                                Comparator.comparingLong(PingPong::stretches).reversed())
                        .thenComparing(pair -> steps.name(pair.first()))
                        .thenComparing(pair -> steps.name(pair.second())))
                .limit(LISTED)
                .toList();
        if (listed.isEmpty()) {
            return List.of();
        }

        Map<PingPong.Example, Citation> cited = cited(listed, rows, files, system);
        return listed.stream().map(pair -> named(steps, pair, cited)).toList();
    }

    private static Alternation named(MinedProcess steps, PingPong pair, Map<PingPong.Example, Citation> cited) {
        long cases = steps.mined().cases();
        Wilson.Bounds bounds = Wilson.interval(pair.cases(), cases);
        return new Alternation(
                steps.process(),
                steps.name(pair.first()),
                steps.name(pair.second()),
                pair.stretches(),
                pair.cases(),
                Rounded.share(BigInteger.valueOf(pair.cases()), BigInteger.valueOf(cases)),
                new Interval(LEVEL, bounds.low(), bounds.high(), "wilson"),
                pair.events(),
                pair.againUs(),
                pair.examples().stream()
                        .map(cited::get)
                        .map(Objects::requireNonNull)
                        .toList());
    }

    /** The rows of all examples, in one job. */
    private static Map<PingPong.Example, Citation> cited(
            List<PingPong> pairs, Dataset<Row> rows, List<String> files, String system) {
        List<PingPong.Example> examples = pairs.stream()
                .flatMap(pair -> pair.examples().stream())
                .distinct()
                .toList();
        Object[] keys =
                examples.stream().map(PingPong.Example::caseId).distinct().toArray();
        Object[] positions = examples.stream()
                .flatMap(example -> Stream.of(example.position(), ~example.position()))
                .distinct()
                .toArray();
        Map<PingPong.Example, Citation> cited = new HashMap<>();
        rows.where(col(EventLog.CASE_KEY).isin(keys))
                .where(col(EventLog.POSITION).isin(positions))
                .select(EventLog.CASE_KEY, EventLog.POSITION, EventLog.FILE, EventLog.ROW, EventLog.KEY)
                .collectAsList()
                .forEach(row -> cited.put(
                        new PingPong.Example(row.getLong(0), EventColumns.place(row.getInt(1))),
                        new Citation(system, new Sha256(files.get(row.getInt(2))), row.getLong(3), row.getString(4))));
        return cited;
    }
}
