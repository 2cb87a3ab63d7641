package com.opsatc.connector.mapping;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.opsatc.connector.spec.Settings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How records become events. Expressions are Spark SQL over the columns of the stream; a record whose case, activity or
 * time is null gives no event, so that a milestone that was not reached needs no condition of its own.
 *
 * @param id expression that names the event within its case and this mapping: records with one id give one event, by the
 *     first (file digest, row); null when every record is an event of its own
 * @param cite a joined stream whose row the event cites; null for the mapped stream's own
 * @param caseId a name, or a list of names: then one event for each
 * @param time an instant, or a date: then the beginning of that day in the source's zone
 * @param start as {@code time}; null when the source records one instant only
 * @param sequence what orders the events of one instant in a case, before file and row; those without come last. Null for
 *     file and row alone
 * @param lifecycle the recorded transition; null when there is none
 * @param slot an opaque number of who or what did it, of a column of type slot; null when there is none
 * @param where null for every record
 */
public record EventMapping(
        String stream,
        List<Join> joins,
        String id,
        String cite,
        @JsonProperty("case") String caseId,
        String activity,
        String time,
        String start,
        String sequence,
        String lifecycle,
        String slot,
        String where,
        List<ObjectReference> objects,
        Map<String, String> attributes) {
    public EventMapping {
        requireNonNull(stream, "stream");
        requireNonNull(caseId, "caseId");
        requireNonNull(activity, "activity");
        requireNonNull(time, "time");
        joins = joins == null ? List.of() : List.copyOf(joins);
        objects = objects == null ? List.of() : List.copyOf(objects);
        attributes = attributes == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    public EventMapping with(Settings settings) {
        return new EventMapping(
                stream,
                joins.stream().map(join -> join.with(settings)).toList(),
                settings.expression(id),
                cite,
                settings.expression(caseId),
                settings.expression(activity),
                settings.expression(time),
                settings.expression(start),
                settings.expression(sequence),
                settings.expression(lifecycle),
                settings.expression(slot),
                settings.expression(where),
                objects.stream().map(object -> object.with(settings)).toList(),
                settings.expressions(attributes));
    }
}
