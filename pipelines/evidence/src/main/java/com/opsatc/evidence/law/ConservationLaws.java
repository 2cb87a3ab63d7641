package com.opsatc.evidence.law;

import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.Law;
import com.opsatc.contract.document.ProcessEdges;
import com.opsatc.contract.document.QualityDocument.LawCheck;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.quality.FileQuality;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The laws, one line each: what is counted in two ways must come to one number, or nothing is published (definitions 4.2). */
public final class ConservationLaws {
    static final List<ConservationLaw> ALL = List.of(
            new RowsLaw(),
            new FlowLaw(),
            new VariantsLaw(),
            new WorkLaw(),
            new WaitingCausesLaw(),
            new QueuesLaw(),
            new OpenCasesLaw(),
            new MembersLaw(),
            new RulesLaw());

    private ConservationLaws() {}

    /** Every law of every process, or source, by law, then name; one that nothing is said of has no equations. */
    public static List<LawResult> of(DocumentSet documents) {
        List<LawResult> results = new ArrayList<>();
        for (ConservationLaw law : ALL) {
            List<Equation> equations = law.equations(documents);
            TreeSet<String> subjects = subjects(law.law(), documents);
            equations.forEach(equation -> subjects.add(equation.of()));
            for (String subject : subjects) {
                List<Equation> ofSubject = equations.stream()
                        .filter(equation -> equation.of().equals(subject))
                        .toList();
                results.add(new LawResult(
                        law.law(),
                        subject,
                        ofSubject.size(),
                        ofSubject.stream()
                                .filter(equation -> !equation.holds())
                                .map(Equation::text)
                                .toList()));
            }
        }
        return results;
    }

    /**
     * The laws that hold, which is all of them.
     *
     * @throws PipelineException (internal) that names each broken law with the first of its equations that does not hold, so that
     *     nothing is published
     */
    public static List<LawCheck> require(DocumentSet documents) {
        List<LawResult> results = of(documents);
        List<String> broken = results.stream()
                .filter(result -> !result.holds())
                .map(ConservationLaws::text)
                .toList();
        if (!broken.isEmpty()) {
            throw new PipelineException(
                    ErrorCode.INTERNAL,
                    "Cannot publish: what is counted in two ways is not one number: " + String.join("; ", broken)
                            + ". Nothing is published and the run before stays; this is a defect of the program, report it"
                            + " with this message");
        }

        return results.stream()
                .map(result -> new LawCheck(result.law(), result.of(), result.equations()))
                .toList();
    }

    private static String text(LawResult result) {
        return "law " + result.law().symbol() + " of " + result.law().subject() + " " + result.of() + ", "
                + result.broken().size() + " of " + result.equations() + " equations, the first "
                + result.broken().get(0);
    }

    private static TreeSet<String> subjects(Law law, DocumentSet documents) {
        TreeSet<String> subjects = new TreeSet<>();
        if (law.subject().equals("source")) {
            documents
                    .find(Documents.QUALITY)
                    .ifPresent(quality ->
                            quality.files().stream().map(FileQuality::source).forEach(subjects::add));
        } else {
            documents
                    .find(Documents.EDGES)
                    .ifPresent(edges -> edges.processes().stream()
                            .map(ProcessEdges::process)
                            .forEach(subjects::add));
        }
        return subjects;
    }
}
