package com.opsatc.process.context;

import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.document.ContextFile.Block;
import com.opsatc.contract.document.DocumentHeader;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Findings as blocks of facts. The subject of a KPI's shift is the title of that KPI, which is ours; every other subject is
 * a text of the system of record, and a label even if it reads like an id of ours.
 */
final class FindingBlocks {
    private static final String ASSOCIATED =
            "Where a change is to be found says what it is associated with, and never what caused it.";
    private static final String MAY_FOLLOW =
            "Values of some attributes are as the records stand, and may have been set after the outcome.";

    private final DocumentHeader header;
    private final Map<String, String> titles;
    private final Trends trends;
    private final Labels labels;

    /**
     * @param header knows what people call the processes
     * @param labels takes the subjects that are tenant text
     */
    FindingBlocks(DocumentHeader header, List<KpiValue> kpis, Trends trends, Labels labels) {
        this.header = header;
        this.trends = trends;
        this.titles = kpis.stream().collect(Collectors.toMap(KpiValue::id, KpiValue::title));
        this.labels = labels;
    }

    /** @param refused how many files of the finding's process were refused whole */
    Block of(Finding finding, long refused) {
        FindingSentences sentences = new FindingSentences(finding, header.titleOf(finding.process()), subject(finding));
        Facts facts = new FindingFacts(finding, sentences, trends, labels).all();
        List<String> caveats = Caveats.of(finding.window(), refused);
        caveats.addAll(finding.caveats());
        if (!finding.why().isEmpty()) {
            caveats.add(ASSOCIATED);
        }
        if (finding.why().stream().anyMatch(split -> !split.knownFromStart())) {
            caveats.add(MAY_FOLLOW);
        }
        return Blocks.of(
                finding.id(),
                finding.kind().symbol(),
                finding.definition(),
                facts,
                finding.evidence(),
                caveats,
                labels);
    }

    private String subject(Finding finding) {
        if (finding.kind().isOfKpi()) {
            return named(
                    finding, subject -> titles.containsKey(subject) ? titles.get(subject) : labels.reference(subject));
        }

        return named(finding, labels::reference);
    }

    private static String named(Finding finding, Function<String, String> name) {
        List<String> subjects = finding.subjects().stream().map(name).toList();
        return subjects.size() > 1 ? "The time from " + subjects.get(0) + " to " + subjects.get(1) : subjects.get(0);
    }
}
