package com.opsatc.process.run;

import com.opsatc.contract.document.Documents;
import com.opsatc.contract.unusual.UnusualStep;
import com.opsatc.process.run.Platform.TestTenant;
import java.util.List;
import java.util.stream.Collectors;

/** What a published document says of unusual passages, as lines that figures made outside the project are held against. */
final class UnusualFigures {
    private UnusualFigures() {}

    /** Passages, median, slow and fast ones, and of the slowest the time and the rows. */
    static List<String> lines(TestTenant tenant) {
        return tenant.document(Documents.BOTTLENECKS).unusual().stream()
                .map(UnusualFigures::line)
                .toList();
    }

    /** Where slow begins: above the first and up to the second of two times. */
    static boolean slowBeginsWithin(TestTenant tenant, int step, long usualUs, long slowUs) {
        long fromUs = tenant.document(Documents.BOTTLENECKS).unusual().get(step).slowFromUs();
        return usualUs < fromUs && fromUs <= slowUs;
    }

    private static String line(UnusualStep step) {
        return step.from() + " -> " + step.to() + ": " + step.n() + " " + step.medianUs() + " " + step.slow() + " "
                + step.fast() + ", "
                + step.slowest().stream()
                        .map(each -> each.us() + " " + each.left().row() + " "
                                + each.reached().row())
                        .collect(Collectors.joining(", "));
    }
}
