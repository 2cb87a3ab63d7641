package com.opsatc.process.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.LogView;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.ProcessEdges;
import com.opsatc.contract.document.ProcessVariants;
import com.opsatc.evidence.CaseDocument;
import com.opsatc.evidence.EvidenceReader;
import com.opsatc.evidence.EvidenceRow;
import com.opsatc.process.run.Platform.TestTenant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The document of a process's cases, held against what was mined of them in another way. */
final class CaseRows {
    private CaseRows() {}

    static List<EvidenceRow> of(TestTenant tenant, String process) {
        return tenant.published(published -> {
            List<EvidenceRow> rows = new ArrayList<>();
            try (EvidenceReader reader = new EvidenceReader(published.stream(CaseDocument.name(process)))) {
                reader.forEachRemaining(rows::add);
            }
            return rows;
        });
    }

    /** Asserts that they are the cases, events and variants of the process's view of recorded events. */
    static void assertAreTheMinedCases(TestTenant tenant, String process) {
        ProcessEdges recorded = tenant.document(Documents.EDGES).processes().stream()
                .filter(view -> view.process().equals(process) && view.view() == LogView.ACTIVITY)
                .findFirst()
                .orElseThrow();
        ProcessVariants variants = tenant.document(Documents.VARIANTS).processes().stream()
                .filter(view -> view.process().equals(process) && view.view() == LogView.ACTIVITY)
                .findFirst()
                .orElseThrow();
        List<String> names = CaseDocument.activities(recorded);
        Map<List<String>, Long> counted = new HashMap<>();
        long events = 0;
        for (EvidenceRow row : of(tenant, process)) {
            List<String> path = Arrays.stream(
                            row.attributes().get(CaseDocument.PATH).split(" "))
                    .map(number -> names.get(Integer.parseInt(number)))
                    .toList();
            counted.merge(path, 1L, Math::addExact);
            assertThat(row.contribution()).isEqualTo(path.size());
            events += row.contribution();
        }

        assertThat(counted.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(recorded.cases());
        assertThat(events).isEqualTo(recorded.events());
        assertThat(counted).hasSize(Math.toIntExact(variants.total()));
        assertThat(variants.variants())
                .isNotEmpty()
                .allSatisfy(variant -> assertThat(counted).containsEntry(variant.activities(), variant.cases()));
    }
}
