package com.opsatc.jobs.cli.diff;

import com.opsatc.contract.advice.Recommendation;
import com.opsatc.jobs.cli.view.Statements;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which recommendations are new, gone, or of another effect. One is the same where lever and subjects are. */
final class AdviceDifferences {
    private AdviceDifferences() {}

    static List<Difference> of(ComparedRun from, ComparedRun to) {
        return Pairs.bySubject(
                        from.recommendations(), to.recommendations(), AdviceDifferences::subject, Recommendation::id)
                .stream()
                .map(pair -> of(pair, from, to))
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<String> subject(Recommendation advice) {
        List<String> subject = new ArrayList<>(
                List.of(advice.process(), advice.lever().id(), advice.sign().symbol()));
        subject.addAll(advice.subjects());
        return subject;
    }

    private static Optional<Difference> of(Pairs<Recommendation> pair, ComparedRun from, ComparedRun to) {
        Recommendation earlier = pair.from();
        Recommendation later = pair.to();
        if (earlier != null && later != null && same(earlier, later)) {
            return Optional.empty();
        }

        Recommendation either = later == null ? earlier : later;
        Amounts amounts = Amounts.of(least(earlier), least(later), either.unit())
                .among(earlier == null ? null : earlier.n(), later == null ? null : later.n());
        DiffKind kind = earlier == null ? DiffKind.NEW : later == null ? DiffKind.GONE : DiffKind.CHANGED;
        String most = "at the most "
                + (kind == DiffKind.CHANGED
                        ? either.unit().text(earlier.optimistic().value()) + ", then "
                                + either.unit().text(later.optimistic().value())
                        : either.unit().text(either.optimistic().value()));
        return Optional.of(new Difference(
                DiffPart.RECOMMENDATIONS,
                kind,
                either.process(),
                either.id(),
                Statements.of(either, (later == null ? from : to).kpiTitles()),
                amounts,
                most));
    }

    private static boolean same(Recommendation earlier, Recommendation later) {
        return earlier.conservative().value().compareTo(later.conservative().value()) == 0
                && earlier.optimistic().value().compareTo(later.optimistic().value()) == 0
                && earlier.n() == later.n()
                && earlier.status() == later.status();
    }

    private static BigDecimal least(Recommendation advice) {
        return advice == null ? null : advice.conservative().value();
    }
}
