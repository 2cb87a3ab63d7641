package com.opsatc.process.admit.map;

import com.opsatc.connector.Connector;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.quality.MappingCount;
import com.opsatc.contract.quality.MappingCount.JoinCount;
import com.opsatc.process.admit.read.SourceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Stops a run whose figures would rest on a join that finds fewer than half of the partners it looks for: an event's case,
 * activity or time from a joined record, an object that a KPI is about, or the line that a delivery names. Two tables that
 * write one number in two ways look like this, and every line then looks undelivered. Joins that the connector calls optional
 * never stop a run.
 */
public final class MappingGate {
    private MappingGate() {}

    /** @throws PipelineException (quality gate) that names every such join with its counts, and what to do */
    public static void require(SourceSpec source, List<MappingCount> counts) {
        Connector connector = source.connector();
        Set<String> judged = judged(connector);
        List<String> poor = new ArrayList<>();
        for (MappingCount count : counts) {
            boolean rests = count.mapping().startsWith("event ") || judged.contains(count.mapping());
            for (JoinCount join : count.joins()) {
                if (rests && !join.optional() && join.found() * 2 < join.looked()) {
                    poor.add(count.mapping() + " from " + count.stream() + " found " + join.found() + " of "
                            + join.looked() + " in " + join.partner());
                }
            }
        }

        if (!poor.isEmpty()) {
            throw new PipelineException(
                    ErrorCode.QUALITY_GATE,
                    "Source " + source.source() + " has joins that find fewer than half of their partners, and figures"
                            + " would rest on them; nothing was published: " + String.join("; ", poor)
                            + "; check that the tables are of one period and write their keys alike (in the connector:"
                            + " normalise: leading-zeros), and deliver what is missing; a join that usually finds few"
                            + " is declared optional");
        }
    }

    /** Mappings of the objects that a KPI is about. */
    private static Set<String> judged(Connector connector) {
        Set<String> objects = new TreeSet<>();
        connector.kpis().values().forEach(params -> collect(params, objects));
        return objects;
    }

    private static void collect(Map<?, ?> params, Set<String> objects) {
        params.forEach((name, value) -> {
            if (value instanceof Map<?, ?> nested) {
                collect(nested, objects);
            } else if (name.equals("object")) {
                objects.add("object " + value);
            }
        });
    }
}
