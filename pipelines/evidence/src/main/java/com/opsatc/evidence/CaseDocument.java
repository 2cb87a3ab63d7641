package com.opsatc.evidence;

import com.opsatc.contract.claim.LogView;
import com.opsatc.contract.document.ActivityStats;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.EdgesDocument;
import com.opsatc.contract.document.ProcessEdges;
import java.util.List;

/**
 * The document of a process's cases: an evidence document with one row for each case, cited by its first and last recorded event
 * and dated by the latter, whose contribution is how many events it has. What happened in it stands among its attributes, by
 * numbers, since many cases have few names.
 *
 * <pre>
 *   record    contribution  attributes
 *   case-17              4  objects=0 2; path=0 3 3 5
 * </pre>
 */
public final class CaseDocument {
    /** Attribute: the recorded activities in their order, by their places in {@link #activities}, parted by blanks. */
    public static final String PATH = "path";

    /**
     * Attribute: the types of the objects that its events touch, by their places in {@link #objectTypes}, parted by blanks;
     * absent where records do not tell objects.
     */
    public static final String OBJECTS = "objects";

    private CaseDocument() {}

    /** As the manifest of a run lists it. */
    public static String name(String process) {
        return Documents.evidence(id(process));
    }

    /** {@code P-<process>}. */
    public static String id(String process) {
        return "P-" + process;
    }

    /** The activities of a process in the order of their names (UTF-16 units), from its view of recorded events. */
    public static List<String> activities(ProcessEdges recorded) {
        return recorded.activities().stream()
                .map(ActivityStats::activity)
                .distinct()
                .sorted()
                .toList();
    }

    /** The types that have a view of a process, in the order of their names; empty where records do not tell objects. */
    public static List<String> objectTypes(String process, EdgesDocument edges) {
        return edges.processes().stream()
                .filter(view -> view.process().equals(process) && view.view() == LogView.OBJECT)
                .map(ProcessEdges::objectType)
                .distinct()
                .sorted()
                .toList();
    }
}
