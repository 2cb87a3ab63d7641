package com.opsatc.jobs.host.verify;

import com.opsatc.contract.document.DocumentType;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.evidence.law.ConservationLaws;
import com.opsatc.evidence.law.DocumentSet;
import com.opsatc.evidence.law.LawResult;
import com.opsatc.tenancy.run.Published;
import java.util.List;
import java.util.stream.Stream;

/**
 * Holds the conservation laws against the documents of a published run: all that this build knows, whichever the build knew that
 * published it.
 */
final class LawVerification {
    private static final String NAME = "laws";

    private LawVerification() {}

    static Verification.Check of(Published published) {
        List<LawResult> results;
        boolean stated;
        try {
            DocumentSet documents = new DocumentSet();
            Stream.<DocumentType<?>>of(
                            Documents.KPIS,
                            Documents.EDGES,
                            Documents.VARIANTS,
                            Documents.WAITING,
                            Documents.AGEING,
                            Documents.RULES,
                            Documents.QUALITY)
                    .forEach(type -> add(documents, type, published));
            results = ConservationLaws.of(documents);
            stated = documents
                    .find(Documents.QUALITY)
                    .filter(quality -> !quality.laws().isEmpty())
                    .isPresent();
        } catch (PipelineException | IllegalArgumentException e) {
            return new Verification.Check(
                    NAME, 0, 1, "the documents that laws are about cannot be read", List.of("documents"));
        }

        List<String> broken = results.stream()
                .filter(result -> !result.holds())
                .map(result -> result.law().symbol() + " of " + result.of())
                .toList();
        long equations = results.stream().mapToLong(LawResult::equations).sum();
        return new Verification.Check(
                NAME,
                results.size() - (long) broken.size(),
                results.size(),
                "what is counted in two ways is one number, in " + equations + " equations over the documents"
                        + (stated ? "" : "; not stated by the release that published this run"),
                broken);
    }

    private static <T> void add(DocumentSet documents, DocumentType<T> type, Published published) {
        published.readIfThere(type).ifPresent(document -> documents.with(type, document));
    }
}
