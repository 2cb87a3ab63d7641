package com.opsatc.jobs.cli.view;

import com.opsatc.contract.document.DocumentHeader;
import com.opsatc.contract.document.ProcessEdges;
import com.opsatc.jobs.cli.output.Cell;
import java.util.Map;

/** What people call the things that documents have codes for. A code without words of its own is read as words itself. */
final class PlainNames {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry(ProcessEdges.ACTIVITY, "recorded events"),
            Map.entry(ProcessEdges.ACTIVITY_LIFECYCLE, "events by lifecycle"),
            Map.entry(ProcessEdges.ACTIVITY_INSTANCE, "executions"),
            Map.entry(ProcessEdges.OBJECT, "objects"));

    private PlainNames() {}

    static String of(String code) {
        return WORDS.getOrDefault(code, code.replace('-', ' '));
    }

    /** A code as a cell; null for none. */
    static Cell.Coded cell(String code) {
        return code == null ? null : Cell.coded(code, of(code));
    }

    static Cell.Coded process(DocumentHeader header, String process) {
        return Cell.coded(process, header.titleOf(process));
    }
}
