package com.opsatc.jobs.cli.diff;

import com.opsatc.contract.document.QualityDocument;
import com.opsatc.contract.document.RunManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** What became of rows, and which checks of them turned out otherwise. */
final class QualityDifferences {
    private QualityDifferences() {}

    static List<Difference> of(ComparedRun from, ComparedRun to) {
        List<Difference> differences = new ArrayList<>();
        rows(differences, "rows read", RunManifest::read, from, to);
        rows(differences, "rows admitted", RunManifest::admitted, from, to);
        rows(differences, "rows quarantined", RunManifest::quarantined, from, to);
        rows(differences, "rows that were duplicate", RunManifest::duplicate, from, to);
        differences.addAll(counts(
                from.quality().quarantine(),
                to.quality().quarantine(),
                count -> count.source() + "/" + count.stream(),
                QualityDocument.QuarantineCount::reason,
                count -> "quarantined: " + count.reason(),
                QualityDocument.QuarantineCount::rows));
        differences.addAll(rules(from.quality().rules(), to.quality().rules()));
        differences.addAll(counts(
                from.quality().log(),
                to.quality().log(),
                QualityDocument.LogCheck::process,
                QualityDocument.LogCheck::check,
                check -> "event log: " + check.check().replace('-', ' '),
                QualityDocument.LogCheck::n));
        differences.addAll(counts(
                from.quality().order(),
                to.quality().order(),
                QualityDocument.OrderCheck::process,
                check -> check.subject() + " " + check.earlier() + " " + check.later(),
                check -> "order broken: " + check.earlier() + " before " + check.later() + " of " + check.subject(),
                QualityDocument.OrderCheck::n));
        return differences;
    }

    private static void rows(
            List<Difference> differences,
            String what,
            ToLongFunction<RunManifest> rows,
            ComparedRun from,
            ComparedRun to) {
        long earlier = rows.applyAsLong(from.manifest());
        long later = rows.applyAsLong(to.manifest());
        if (earlier != later) {
            differences.add(difference(DiffKind.CHANGED, null, what, Amounts.counts(earlier, later), null));
        }
    }

    /** What is not there counts as none. */
    private static <T> List<Difference> counts(
            List<T> from,
            List<T> to,
            Function<T, String> place,
            Function<T, String> key,
            Function<T, String> what,
            ToLongFunction<T> n) {
        return Pairs.byName(from, to, each -> place.apply(each) + " " + key.apply(each)).stream()
                .filter(pair -> n(pair.from(), n) != n(pair.to(), n))
                .map(pair -> {
                    T either = pair.to() == null ? pair.from() : pair.to();
                    Amounts amounts = Amounts.counts(n(pair.from(), n), n(pair.to(), n));
                    return difference(DiffKind.CHANGED, place.apply(either), what.apply(either), amounts, null);
                })
                .toList();
    }

    private static <T> long n(T each, ToLongFunction<T> n) {
        return each == null ? 0 : n.applyAsLong(each);
    }

    private static List<Difference> rules(
            List<QualityDocument.RuleOutcome> from, List<QualityDocument.RuleOutcome> to) {
        return Pairs.byName(from, to, rule -> rule.source() + "/" + rule.stream() + " " + rule.rule()).stream()
                .filter(pair -> !Objects.equals(outcome(pair.from()), outcome(pair.to())))
                .map(pair -> {
                    QualityDocument.RuleOutcome either = pair.to() == null ? pair.from() : pair.to();
                    DiffKind kind =
                            pair.from() == null ? DiffKind.NEW : pair.to() == null ? DiffKind.GONE : DiffKind.CHANGED;
                    String note = kind == DiffKind.CHANGED
                            ? outcome(pair.from()) + ", then " + outcome(pair.to())
                            : outcome(either);
                    String place = either.source() + "/" + either.stream();
                    return difference(kind, place, "rule: " + either.rule(), /* amounts= */ null, note);
                })
                .toList();
    }

    private static String outcome(QualityDocument.RuleOutcome rule) {
        return rule == null ? null : rule.outcome();
    }

    private static Difference difference(DiffKind kind, String id, String what, Amounts amounts, String note) {
        return new Difference(DiffPart.QUALITY, kind, /* process= */ null, id, what, amounts, note);
    }
}
