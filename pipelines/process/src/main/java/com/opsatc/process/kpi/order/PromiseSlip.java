package com.opsatc.process.kpi.order;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.AllMembers;
import com.opsatc.process.kpi.measure.Kpi;
import com.opsatc.process.kpi.measure.KpiParams;
import com.opsatc.process.kpi.measure.KpiVariant;
import com.opsatc.process.kpi.measure.Measurement;
import com.opsatc.process.kpi.measure.ProcessInput;
import com.opsatc.process.kpi.measure.SharedRows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How far, or how often, order lines are promised for a later day than at first: see {@code conf/definitions/promise-slip.yaml}. It is
 * what must stand beside a figure that lines are held against their last promise in. Option {@code as}: the {@code days} from the
 * first promise to the last, or the {@code share} of lines that were put off.
 */
public final class PromiseSlip implements Kpi {
    private static final String AS = "as";
    private static final String DAYS = "days";
    private static final String SHARE = "share";

    @Override
    public String family() {
        return "promise-slip";
    }

    @Override
    public Map<String, List<String>> options() {
        return Map.of(AS, List.of(DAYS, SHARE));
    }

    @Override
    public Optional<Aggregation> aggregation(KpiVariant variant) {
        return Optional.of(variant.choice(AS).equals(DAYS) ? Aggregation.MEDIAN : Aggregation.SHARE);
    }

    /** Days and a share are no definitions of one figure. */
    @Override
    public Set<String> subjects() {
        return Set.of(AS);
    }

    @Override
    public List<String> entries() {
        return List.of("otif", "on-time");
    }

    @Override
    public Measurement measure(ProcessInput in, KpiParams params, KpiVariant variant, SharedRows shared) {
        Optional<KpiParams> promises = params.nested("promises");
        Optional<String> first = promises.flatMap(dates -> dates.optionalText("first"));
        Optional<String> last = promises.flatMap(dates -> dates.optionalText("last"));
        if (first.isEmpty() || last.isEmpty()) {
            return new Measurement.NotMeasured(in.mapping().lacks("such date of an order line"));
        }

        return new Measurement.Contributions(
                PromisedLines.rows(
                        in, params, first.get(), last.get(), variant.choice(AS).equals(DAYS)),
                /* openKnown= */ true,
                List.of(),
                /* tolerance= */ null,
                Map.of(),
                params.text("object"));
    }

    @Override
    public AllMembers members(ProcessInput in, KpiParams params, KpiVariant variant, SharedRows shared) {
        return OrderLines.all(in, params, shared);
    }
}
