package com.opsatc.process.run;

import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.figure.Humane;
import com.opsatc.contract.quality.StreamQuality;
import com.opsatc.process.admit.DeliveredFiles;
import com.opsatc.process.admit.read.SourceSpec;
import com.opsatc.process.run.input.Foundation;
import com.opsatc.process.run.input.SourceFilesSeen;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the reader of a run's line should know: files that stand aside, records in conflict, what was damaged. */
final class RunWarnings {
    private static final int MOST_NAMES = 5;

    private RunWarnings() {}

    /** What was found damaged, and what that made necessary; nothing where all was whole. */
    static List<String> damaged(Foundation foundation, List<SourceFilesSeen> seen) {
        List<String> warnings = new ArrayList<>();
        Set<String> files = foundation.damage().files();
        if (!files.isEmpty()) {
            warnings.add("stored files that were missing or damaged, and are made anew: " + Humane.count(files.size())
                    + " (" + files.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
                    + (files.size() > MOST_NAMES ? " and more" : "") + ")");
        }

        seen.stream()
                .filter(source -> !source.again().isEmpty())
                .map(source -> source.source().source() + ": files read again, as their stored rows were damaged: "
                        + Humane.count(source.again().size()))
                .forEach(warnings::add);
        foundation.unknown().stream()
                .map(head -> "head " + head + ": its manifest and its quality document are damaged; files that it had"
                        + " read, and that are not in the extracts any more, count no more")
                .forEach(warnings::add);
        return warnings;
    }

    /** Files whose rows count no more, known before anything is computed. */
    static List<String> superseded(List<SourceFilesSeen> seen, List<RunManifest.Input> inputs) {
        List<String> warnings = new ArrayList<>();
        for (SourceFilesSeen source : seen) {
            SourceSpec spec = source.source();
            inputs.stream()
                    .filter(input -> input.source().equals(spec.source()))
                    .filter(input -> spec.connector().streams().containsKey(input.stream()))
                    .filter(input -> DeliveredFiles.standsAside(spec.connector().stream(input.stream()), input))
                    .map(input -> spec.source() + ": " + input.name() + " stands for an earlier file of that name;"
                            + " the earlier one's rows count no more: " + Humane.count(input.rows())
                            + " (to keep both: same-name add)")
                    .forEach(warnings::add);
        }

        return warnings;
    }

    static List<String> of(StreamQuality stream) {
        List<String> warnings = new ArrayList<>();
        String place = stream.source() + ", stream " + stream.stream() + ": ";
        if (stream.conflicts() > 0) {
            warnings.add(place + "records in conflict: " + Humane.count(stream.conflicts())
                    + "; nothing tells which of their versions is newer, every figure says so (give the files' names a"
                    + " date, or the stream a cursor)");
        }
        if (stream.repeated() > 0) {
            warnings.add(place + "rows that several files hold alike count once: " + Humane.count(stream.repeated())
                    + " left out (where files follow each other: redelivery append)");
        }

        return warnings;
    }
}
