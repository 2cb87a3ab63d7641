package com.opsatc.process.run.stage;

import com.opsatc.connector.Connector;
import com.opsatc.contract.document.QualityDocument.LogCheck;
import com.opsatc.contract.quality.FileQuality;
import com.opsatc.process.run.stage.CanonicalStage.CanonicalSource;
import com.opsatc.process.run.stage.LogStage.MinedSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A process of the run, of one source or of several that make one log, with all that was made of it before figures are
 * computed.
 *
 * @param objects of all its sources
 */
public record ProcessState(
        List<AdmittedSource> admitted, List<CanonicalSource> canonical, Dataset<Row> objects, MinedSource mined) {
    public ProcessState {
        admitted = List.copyOf(admitted);
        canonical = List.copyOf(canonical);
    }

    /** What must be said with every figure of the process. */
    List<String> caveats() {
        return ProcessCaveats.of(this);
    }

    public Connector connector() {
        return canonical.get(0).source().connector();
    }

    /** The files of all its sources, reconciled. */
    public Stream<FileQuality> files() {
        return admitted.stream().flatMap(source -> source.files().stream());
    }

    /** The log's checks, those of its sources added up, and how often a further source delivered a known event. */
    public List<LogCheck> checks() {
        List<LogCheck> checks = new ArrayList<>(mined.checks());
        SortedMap<String, LogCheck> bySource = new TreeMap<>();
        for (CanonicalSource source : canonical) {
            Stream.concat(Stream.of(source.reversed()), source.values().stream())
                    .forEach(check -> bySource.merge(check.check(), check, ProcessState::sum));
        }

        checks.addAll(bySource.values());
        if (canonical.size() > 1) {
            long delivered =
                    canonical.stream().mapToLong(CanonicalSource::eventCount).sum();
            checks.add(new LogCheck(
                    connector().process(),
                    "events-of-two-sources",
                    delivered - mined.counts().events(),
                    delivered));
        }

        return checks;
    }

    private static LogCheck sum(LogCheck one, LogCheck two) {
        return new LogCheck(one.process(), one.check(), one.n() + two.n(), one.of() + two.of());
    }
}
