package com.opsatc.process.run.stage;

import com.opsatc.contract.figure.Humane;
import com.opsatc.contract.quality.StreamQuality;
import java.util.ArrayList;
import java.util.List;

/** What must be said with every figure of a process, because of the rows that all of them rest on. */
final class ProcessCaveats {
    private ProcessCaveats() {}

    static List<String> of(ProcessState process) {
        List<String> caveats = new ArrayList<>();
        process.admitted().stream()
                .flatMap(source -> source.streams().stream())
                .forEach(stream -> add(caveats, stream));
        return caveats;
    }

    private static void add(List<String> caveats, StreamQuality stream) {
        if (stream.conflicts() > 0) {
            caveats.add("It rests on stream " + stream.stream() + ", where versions that differ and that neither a"
                    + " cursor, nor the date of a delivery, nor the latest instant of a file tells apart stand for "
                    + records(stream.conflicts()) + "; which version speaks is arbitrary.");
        }
        if (stream.repeated() > 0) {
            caveats.add("It rests on stream " + stream.stream() + ", where rows that several files hold alike count"
                    + " once; " + Humane.count(stream.repeated()) + " were left out as delivered again.");
        }
        if (stream.populations() > 1) {
            caveats.add("It rests on stream " + stream.stream() + ", whose records are of "
                    + Humane.count(stream.populations()) + " populations that are told apart.");
        }
    }

    private static String records(long n) {
        return Humane.count(n) + (n == 1 ? " record" : " records");
    }
}
