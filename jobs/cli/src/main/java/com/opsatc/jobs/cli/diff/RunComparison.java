package com.opsatc.jobs.cli.diff;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.figure.Humane;
import com.opsatc.contract.id.TenantId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Two published runs of one tenant, held against each other.
 *
 * @param sentences what moved and what may be why, in words
 * @param differences by part, in the order of {@link DiffPart}, within one by name
 */
public record RunComparison(TenantId tenant, Side from, Side to, List<String> sentences, List<Difference> differences) {
    public RunComparison {
        requireNonNull(tenant, "tenant");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        sentences = List.copyOf(sentences);
        differences = List.copyOf(differences);
    }

    /** One of the two, and how much it says. */
    public record Side(String runId, LocalDate asOf, long figures, long findings, long recommendations) {
        static Side of(ComparedRun run) {
            RunManifest manifest = run.manifest();
            return new Side(
                    manifest.runId(),
                    manifest.logicalDate(),
                    run.kpis().size(),
                    run.findings().size(),
                    run.recommendations().size());
        }
    }

    public static RunComparison of(ComparedRun from, ComparedRun to) {
        List<Difference> differences = Stream.of(
                        FigureDifferences.of(from, to),
                        RestatedDifferences.of(from, to),
                        FindingDifferences.of(from, to),
                        AdviceDifferences.of(from, to),
                        GroundDifferences.inputs(from.manifest(), to.manifest()),
                        GroundDifferences.definitions(from.definitions(), to.definitions()),
                        GroundDifferences.settings(from.manifest(), to.manifest()),
                        QualityDifferences.of(from, to))
                .flatMap(List::stream)
                .toList();
        Side earlier = Side.of(from);
        Side later = Side.of(to);
        return new RunComparison(
                to.manifest().tenant(), earlier, later, sentences(earlier, later, differences), differences);
    }

    private static List<String> sentences(Side from, Side to, List<Difference> differences) {
        List<String> sentences = new ArrayList<>();
        boolean said = differences.stream().anyMatch(each -> each.part().compareTo(DiffPart.RECOMMENDATIONS) <= 0);
        if (said) {
            long apart = differences.stream()
                    .filter(each -> each.part() == DiffPart.FIGURES)
                    .filter(each -> each.amounts() != null
                            && Boolean.FALSE.equals(each.amounts().overlap()))
                    .count();
            sentences.add(of(differences, DiffPart.FIGURES) + " of " + Humane.count(Math.max(from.figures, to.figures))
                    + " figures moved, " + apart + " of them with intervals that do not overlap; findings: "
                    + kinds(differences, DiffPart.FINDINGS) + "; recommendations: "
                    + kinds(differences, DiffPart.RECOMMENDATIONS) + ".");
        } else {
            sentences.add("Nothing moved: both runs say the same, " + Humane.count(to.figures) + " figures, "
                    + Humane.count(to.findings) + " findings and " + Humane.count(to.recommendations)
                    + " recommendations.");
        }

        List<String> grounds = Stream.of(DiffPart.values())
                .filter(DiffPart::isGround)
                .filter(part -> count(differences, part) > 0)
                .map(part -> part.title().toLowerCase(java.util.Locale.ROOT) + ": " + kinds(differences, part))
                .toList();
        sentences.add(
                grounds.isEmpty()
                        ? "Both rest on the same extract files, definitions and settings."
                        : "What they rest on differs: " + String.join("; ", grounds) + ".");
        return sentences;
    }

    private static String of(List<Difference> differences, DiffPart part) {
        return Humane.count(count(differences, part));
    }

    private static long count(List<Difference> differences, DiffPart part) {
        return differences.stream().filter(each -> each.part() == part).count();
    }

    private static String kinds(List<Difference> differences, DiffPart part) {
        List<String> kinds = Stream.of(DiffKind.values())
                .map(kind -> {
                    long n = differences.stream()
                            .filter(each -> each.part() == part && each.kind() == kind)
                            .count();
                    return n == 0 ? "" : Humane.count(n) + " " + kind.symbol();
                })
                .filter(text -> !text.isEmpty())
                .toList();
        return kinds.isEmpty() ? "the same" : String.join(", ", kinds);
    }
}
