package com.opsatc.jobs.cli.diff;

import com.opsatc.contract.claim.Finding;
import com.opsatc.jobs.cli.view.Statements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Which findings are new, gone, or say something else. Ids are of one run: a finding is the same in another where kind and
 * subjects are.
 */
final class FindingDifferences {
    private FindingDifferences() {}

    static List<Difference> of(ComparedRun from, ComparedRun to) {
        return Pairs.bySubject(
                        from.findings(),
                        to.findings(),
                        FindingDifferences::subject,
                        finding -> finding.window().from() + " " + finding.id())
                .stream()
                .map(pair -> of(pair, from, to))
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<String> subject(Finding finding) {
        List<String> subject = new ArrayList<>(List.of(
                finding.process(), finding.kind().symbol(), finding.definition().id()));
        subject.addAll(finding.subjects());
        return subject;
    }

    private static Optional<Difference> of(Pairs<Finding> pair, ComparedRun from, ComparedRun to) {
        if (pair.from() == null) {
            return Optional.of(difference(DiffKind.NEW, pair, to.kpiTitles(), /* note= */ null));
        }

        if (pair.to() == null) {
            return Optional.of(difference(DiffKind.GONE, pair, from.kpiTitles(), /* note= */ null));
        }

        return same(pair.from(), pair.to())
                ? Optional.empty()
                : Optional.of(difference(DiffKind.CHANGED, pair, to.kpiTitles(), note(pair)));
    }

    private static boolean same(Finding earlier, Finding later) {
        return earlier.value().compareTo(later.value()) == 0
                && earlier.n() == later.n()
                && earlier.window().equals(later.window())
                && Objects.equals(earlier.interval(), later.interval());
    }

    private static String note(Pairs<Finding> pair) {
        List<String> notes = new ArrayList<>();
        if (!pair.from().id().equals(pair.to().id())) {
            notes.add("it was " + pair.from().id());
        }
        if (!pair.from().window().equals(pair.to().window())) {
            notes.add("of " + pair.from().window().from() + " to "
                    + pair.from().window().to() + ", then of "
                    + pair.to().window().from() + " to "
                    + pair.to().window().to());
        }
        return notes.isEmpty() ? null : String.join("; ", notes);
    }

    private static Difference difference(DiffKind kind, Pairs<Finding> pair, Map<String, String> kpis, String note) {
        Finding either = pair.to() == null ? pair.from() : pair.to();
        Finding earlier = pair.from();
        Finding later = pair.to();
        Amounts amounts = Amounts.of(
                        earlier == null ? null : earlier.value(), later == null ? null : later.value(), either.unit())
                .among(earlier == null ? null : earlier.n(), later == null ? null : later.n())
                .within(earlier == null ? null : earlier.interval(), later == null ? null : later.interval());
        return new Difference(
                DiffPart.FINDINGS, kind, either.process(), either.id(), Statements.of(either, kpis), amounts, note);
    }
}
