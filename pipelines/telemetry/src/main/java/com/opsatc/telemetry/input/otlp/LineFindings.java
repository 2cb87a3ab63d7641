package com.opsatc.telemetry.input.otlp;

import com.opsatc.telemetry.input.Observation;
import com.opsatc.telemetry.input.ObservationSink;
import com.opsatc.telemetry.input.Origin;
import com.opsatc.telemetry.input.Refusal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What one line holds, kept until the line is known to be whole: nothing counts of a line that breaks off. */
final class LineFindings {
    private final List<ObservationDraft> drafts = new ArrayList<>();
    private final List<Observation> observations = new ArrayList<>();
    private final Map<Refusal, Long> refused = new EnumMap<>(Refusal.class);

    /**
     * Adds a record of the resource that is being read.
     *
     * @param common why it is refused with all its kind; null when it is not
     */
    void add(ObservationDraft draft, Refusal common) {
        Refusal reason = common == null ? draft.problem() : common;
        if (reason == null) {
            drafts.add(draft);
        } else {
            refused(reason, 1);
        }
    }

    void refused(Refusal reason, long count) {
        refused.merge(reason, count, Math::addExact);
    }

    /** Counts a record, or a whole resource, that has not its form. */
    void refusedUnless(boolean wellFormed) {
        if (!wellFormed) {
            refused(Refusal.MALFORMED, 1);
        }
    }

    /** Ends a resource: its records have what it says in common. */
    void endResource(Attributes resource) {
        for (ObservationDraft draft : drafts) {
            Refusal reason = reason(resource, draft.attributes());
            if (reason == null) {
                observations.add(draft.observation(origin(resource, draft), resource.service()));
            } else {
                refused(reason, 1);
            }
        }
        drafts.clear();
    }

    void deliver(ObservationSink sink) {
        observations.forEach(sink::observed);
        refused.forEach(sink::refused);
    }

    private static Refusal reason(Attributes resource, Attributes record) {
        if (resource.problem() != null) {
            return resource.problem();
        }
        if (resource.tenant().isEmpty() && record.tenant().isEmpty()) {
            return Refusal.NO_TENANT;
        }

        boolean both = !resource.tenant().isEmpty() && !record.tenant().isEmpty();
        return both && !resource.tenant().equals(record.tenant()) ? Refusal.TENANT_CONFLICT : null;
    }

    private static Origin origin(Attributes resource, ObservationDraft draft) {
        String onRecord = draft.attributes().tenant();
        return new Origin(
                draft.timeNanos(),
                onRecord.isEmpty() ? resource.tenant() : onRecord,
                draft.attributes().user());
    }
}
