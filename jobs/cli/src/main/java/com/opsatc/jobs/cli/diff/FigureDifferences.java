package com.opsatc.jobs.cli.diff;

import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.figure.Excluded;
import com.opsatc.contract.figure.Humane;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Which KPIs say something else. */
final class FigureDifferences {
    private FigureDifferences() {}

    static List<Difference> of(ComparedRun from, ComparedRun to) {
        return Pairs.byName(from.kpis(), to.kpis(), KpiValue::id).stream()
                .map(FigureDifferences::of)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Difference> of(Pairs<KpiValue> pair) {
        KpiValue earlier = pair.from();
        KpiValue later = pair.to();
        KpiValue either = later == null ? earlier : later;
        boolean was = earlier != null && earlier.measured();
        boolean is = later != null && later.measured();
        if (!was && !is) {
            return earlier != null && later != null ? Optional.empty() : Optional.of(unmeasured(pair, either));
        }

        if (was != is) {
            Amounts amounts = Amounts.of(was ? earlier.value() : null, is ? later.value() : null, either.unit())
                    .among(was ? earlier.n() : null, is ? later.n() : null);
            KpiValue silent = was ? later : earlier;
            String note = silent == null ? null : "not measured: " + silent.reason();
            return Optional.of(difference(was ? DiffKind.GONE : DiffKind.NEW, either, amounts, note));
        }

        return same(earlier, later) ? Optional.empty() : Optional.of(moved(earlier, later));
    }

    private static Difference unmeasured(Pairs<KpiValue> pair, KpiValue either) {
        DiffKind kind = pair.to() == null ? DiffKind.GONE : DiffKind.NEW;
        return difference(kind, either, Amounts.of(null, null, either.unit()), "not measured: " + either.reason());
    }

    private static boolean same(KpiValue earlier, KpiValue later) {
        return earlier.value().compareTo(later.value()) == 0
                && Objects.equals(earlier.beyond(), later.beyond())
                && earlier.n() == later.n()
                && earlier.definition().equals(later.definition())
                && Objects.equals(earlier.interval(), later.interval())
                && Objects.equals(earlier.open(), later.open())
                && earlier.excluded().equals(later.excluded());
    }

    private static Difference moved(KpiValue earlier, KpiValue later) {
        Amounts amounts = Amounts.of(earlier.value(), later.value(), later.unit())
                .among(earlier.n(), later.n())
                .within(earlier.interval(), later.interval());
        List<String> notes = new ArrayList<>();
        if (!earlier.definition().equals(later.definition()) || earlier.unit() != later.unit()) {
            amounts = amounts.notComparable();
            notes.add("of another definition: version " + earlier.definition().version() + ", then "
                    + later.definition().version() + ", so that the difference says nothing");
        }
        if (earlier.beyond() != null || later.beyond() != null) {
            amounts = amounts.notComparable();
            notes.add("a bound, since too much is open: " + earlier.text() + ", then " + later.text());
        }
        if (!Objects.equals(earlier.open(), later.open())) {
            notes.add("open " + count(earlier.open()) + ", then " + count(later.open()));
        }
        if (!earlier.excluded().equals(later.excluded())) {
            notes.add("excluded " + count(excluded(earlier)) + ", then " + count(excluded(later)));
        }
        return difference(DiffKind.CHANGED, later, amounts, notes.isEmpty() ? null : String.join("; ", notes));
    }

    private static Difference difference(DiffKind kind, KpiValue kpi, Amounts amounts, String note) {
        return new Difference(DiffPart.FIGURES, kind, kpi.process(), kpi.id(), kpi.title(), amounts, note);
    }

    private static Long excluded(KpiValue kpi) {
        return kpi.excluded().stream().mapToLong(Excluded::n).sum();
    }

    private static String count(Long n) {
        return n == null ? "not known" : Humane.count(n);
    }
}
