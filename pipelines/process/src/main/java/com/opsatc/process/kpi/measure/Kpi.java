package com.opsatc.process.kpi.measure;

import com.opsatc.process.kpi.KpiValues;
import com.opsatc.process.kpi.Kpis;
import java.util.List;

/**
 * One outcome KPI: which members a process has, what each contributes, and which are left out or still open.
 *
 * <p>The figure follows from the definition's aggregation over the contributions; interval, weekly series and evidence are
 * the same for all KPIs ({@link KpiValues}). To add one: a class here, a line in {@link Kpis}, a file in {@code
 * conf/definitions}.
 */
public interface Kpi {
    /** The definition it computes, e.g. {@code cycle-time}. */
    String definitionId();

    /**
     * The entries of the connector's {@code kpis} section that can support it, the best first; the first one that the
     * connector has is used, and the first of all says why when it has none.
     */
    List<String> entries();

    /**
     * The contributions, or why there are none.
     *
     * @param params those of the entry that is used
     * @param shared where rows that other KPIs start from as well are kept
     */
    Measurement measure(ProcessInput in, KpiParams params, SharedRows shared);
}
