package com.opsatc.connector.infer;

import com.opsatc.connector.format.TableSample;
import com.opsatc.connector.infer.column.ColumnProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stream with those that can be joined to it, as one table. A column of a joined stream is called after its stream and its
 * header, so that {@code date} of {@code deliveries} is known for what it is.
 *
 * @param base the stream whose rows the table has
 * @param joined by name, with the key that finds at most one of its rows
 * @param places by the name of a column in the table
 */
record WideTable(
        SampledStream base, Map<SampledStream, SharedKey> joined, Map<String, Place> places, TableSample sample) {
    /** A stream alone. */
    static WideTable of(SampledStream base) {
        return of(base, List.of());
    }

    /** @param others those that have no key for the base are left out */
    static WideTable of(SampledStream base, List<SampledStream> others) {
        TableSample table = base.sample();
        Map<SampledStream, SharedKey> joined = new LinkedHashMap<>();
        Map<String, Place> places = new LinkedHashMap<>();
        table.header().forEach(header -> places.putIfAbsent(header, new Place(base.name(), header)));
        List<String> header = new ArrayList<>(table.header());
        List<List<String>> rows = new ArrayList<>(table.rows());
        for (SampledStream other : others) {
            TableSample more = other.sample();
            Optional<SharedKey> key = other.name().equals(base.name()) ? Optional.empty() : SharedKey.of(table, more);
            if (key.isEmpty()) {
                continue;
            }

            joined.put(other, key.get());
            for (String name : more.header()) {
                String wide = other.name() + " " + name;
                header.add(wide);
                places.put(wide, new Place(other.name(), name));
            }

            List<Integer> partners = key.get().partners(table, more);
            for (int i = 0; i < rows.size(); i++) {
                List<String> row = new ArrayList<>(rows.get(i));
                int partner = partners.get(i);
                row.addAll(
                        partner < 0
                                ? more.header().stream().map(name -> "").toList()
                                : more.rows().get(partner));
                rows.set(i, row);
            }
        }

        return new WideTable(base, joined, places, new TableSample(table.delimiter(), table.above(), header, rows));
    }

    /** The stream of a column of the table. */
    String streamOf(ColumnProfile column) {
        return places.get(column.headers().get(0)).stream();
    }

    /** Its headers as its file has them. */
    List<String> headersOf(ColumnProfile column) {
        return column.headers().stream().map(name -> places.get(name).header()).toList();
    }

    /** How an expression over the base names a column of its stream. */
    String expression(ColumnProfile column, String name) {
        String stream = streamOf(column);
        return stream.equals(base.name()) ? name : stream + "." + name;
    }
}
