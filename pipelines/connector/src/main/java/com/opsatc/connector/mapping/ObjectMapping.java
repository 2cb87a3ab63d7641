package com.opsatc.connector.mapping;

import static java.util.Objects.requireNonNull;

import com.opsatc.connector.spec.Settings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How records become business objects, e.g. order lines. Expressions are Spark SQL over the columns of the stream.
 *
 * @param type of every object, and the mapping's name
 * @param typeFrom expression for each object's own type, where the records tell it; null for {@code type}
 * @param id null ids give no object; of several records with one id the first (file digest, row) gives the object
 * @param where null for every record
 * @param dateOrder dates that an object must have in this order; one that has not is marked in every figure about it
 * @param attributes name to expression
 */
public record ObjectMapping(
        String type,
        String typeFrom,
        String stream,
        List<Join> joins,
        String id,
        String where,
        List<DateOrder> dateOrder,
        Map<String, String> attributes) {
    public ObjectMapping {
        requireNonNull(type, "type");
        requireNonNull(stream, "stream");
        requireNonNull(id, "id");
        joins = joins == null ? List.of() : List.copyOf(joins);
        dateOrder = dateOrder == null ? List.of() : List.copyOf(dateOrder);
        attributes = attributes == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    public ObjectMapping with(Settings settings) {
        return new ObjectMapping(
                type,
                settings.expression(typeFrom),
                stream,
                joins.stream().map(join -> join.with(settings)).toList(),
                settings.expression(id),
                settings.expression(where),
                dateOrder.stream().map(order -> order.with(settings)).toList(),
                settings.expressions(attributes));
    }
}
