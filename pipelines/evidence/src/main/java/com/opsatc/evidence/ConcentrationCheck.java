package com.opsatc.evidence;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.Finding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The concentration of a bottleneck from the rows that it cites (definitions 1.7): a case at a time, the second implementation. Rows against a
 * declared target hold what each exceeds it by; others are held against the target that the finding states.
 */
final class ConcentrationCheck {
    private static final int DECIMALS = 6;

    private final BigDecimal published;
    private final BigDecimal target;
    private final Map<String, BigDecimal> byRecord = new HashMap<>();

    private ConcentrationCheck(BigDecimal published, BigDecimal target) {
        this.published = published;
        this.target = target;
    }

    /** Of what has no concentration. */
    static ConcentrationCheck none() {
        return new ConcentrationCheck(/* published= */ null, BigDecimal.ZERO);
    }

    static ConcentrationCheck of(Finding finding) {
        return new ConcentrationCheck(
                finding.facts().get(FigureName.CONCENTRATION),
                finding.aggregation() == Aggregation.SUM
                        ? BigDecimal.ZERO
                        : finding.facts().getOrDefault(FigureName.TARGET_US, BigDecimal.ZERO));
    }

    void add(EvidenceRow row) {
        if (published != null && !row.censored()) {
            BigDecimal beyond =
                    BigDecimal.valueOf(row.contribution()).subtract(target).max(BigDecimal.ZERO);
            byRecord.merge(row.record(), beyond, BigDecimal::add);
        }
    }

    /** Whether it is the published one; true where none is published. */
    boolean matches() {
        if (published == null) {
            return true;
        }

        List<BigDecimal> most =
                byRecord.values().stream().sorted(Comparator.reverseOrder()).toList();
        int tenth = (most.size() + 9) / 10;
        BigDecimal all = sum(most);
        return all.signum() > 0
                && sum(most.subList(0, tenth))
                                .divide(all, DECIMALS, RoundingMode.HALF_EVEN)
                                .compareTo(published)
                        == 0;
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
