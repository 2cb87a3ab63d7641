package com.opsatc.process.kpi.time;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;

import com.opsatc.process.kpi.measure.KpiParams;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Column;

/**
 * Which events of a log mark a point of a case: those of some activities, in one lifecycle transition or any; or the
 * case's first event. Transitions are compared without regard to case, as logs differ in it.
 *
 * @param activities empty for the case's first event
 * @param lifecycle empty for any transition
 */
record Moment(List<String> activities, Optional<String> lifecycle) {
    private static final String FIRST_EVENT = "first-event";

    Moment {
        activities = List.copyOf(activities);
    }

    /** Reads {@code {activities: [...], lifecycle: ...}}, or {@code first-event}. */
    static Moment of(KpiParams params, String key) {
        Optional<KpiParams> nested = params.nested(key);
        if (nested.isPresent()) {
            List<String> activities = nested.get().texts("activities");
            if (activities.isEmpty()) {
                throw params.wrong(key + ".activities", "must name at least one activity");
            }

            return new Moment(activities, nested.get().optionalText("lifecycle"));
        }

        if (params.text(key).equals(FIRST_EVENT)) {
            return new Moment(List.of(), Optional.empty());
        }

        throw params.wrong(key, "must be a map with activities, or " + FIRST_EVENT);
    }

    /** Whether an event of the log marks it; never null. */
    Column marks() {
        if (activities.isEmpty()) {
            return col("position").equalTo(0);
        }

        Column named = col("activity").isin(activities.toArray());
        return lifecycle
                .map(transition ->
                        named.and(lower(col("lifecycle")).eqNullSafe(lit(transition.toLowerCase(Locale.ROOT)))))
                .orElse(named);
    }
}
