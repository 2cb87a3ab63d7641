package com.opsatc.connector.infer;

import com.opsatc.connector.infer.column.ColumnProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Declares the columns of a table that a draft uses, and the joins that they need, in the draft's streams. */
final class DraftTable {
    private final WideTable table;
    private final Map<String, DraftStream> streams;
    private final Map<String, String> joins = new LinkedHashMap<>();

    /** @param streams all of the draft so far, by name; those that a used column is of are added */
    DraftTable(WideTable table, Map<String, DraftStream> streams) {
        this.table = table;
        this.streams = streams;
    }

    /** Declares a column, and gives the name that expressions over the table's base have for it. */
    String use(ColumnProfile column, DraftColumn as) {
        DraftColumn declared = new DraftColumn(
                as.name(), table.headersOf(column), as.type(), as.required(), as.formats(), as.description());
        String stream = table.streamOf(column);
        if (!stream.equals(table.base().name())) {
            join(stream);
        }

        streams.get(stream).add(declared);
        return table.expression(column, as.name());
    }

    /** The joins of a mapping over the base, as the rest of a flow map; empty without any. */
    String joins() {
        return joins.isEmpty() ? "" : ", joins: [" + String.join(", ", joins.values()) + "]";
    }

    private void join(String name) {
        for (Map.Entry<SampledStream, SharedKey> joined : table.joined().entrySet()) {
            if (joined.getKey().name().equals(name) && !joins.containsKey(name)) {
                List<String> on = new ArrayList<>();
                List<DraftColumn> keys = new ArrayList<>();
                joined.getValue().columns().forEach((one, other) -> {
                    String key = SampledStream.slug(other, "key_" + (on.size() + 1));
                    String own = "its_" + SampledStream.slug(one, "key_" + (on.size() + 1));
                    keys.add(DraftColumn.text(key, List.of(other), true, "Tells its records apart."));
                    streams.get(table.base().name())
                            .add(DraftColumn.text(own, List.of(one), false, "Finds the record of " + name + "."));
                    on.add(key + ": " + own);
                });
                DraftStream stream = streams.computeIfAbsent(
                        name,
                        absent -> new DraftStream(
                                joined.getKey(),
                                "What is joined to " + table.base().name() + ".",
                                keys.stream().map(DraftColumn::name).toList()));
                keys.forEach(stream::add);
                joins.put(name, "{stream: " + name + ", on: {" + String.join(", ", on) + "}}");
            }
        }
    }
}
