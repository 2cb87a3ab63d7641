package com.opsatc.jobs.cli.view;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.jobs.cli.output.Table;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How one published document is shown as tables; the verb of the same name reads it.
 *
 * @param verb e.g. {@code kpis}
 * @param document name in the manifest
 * @param tables the document's tables, given what people call the KPIs, by id; formats that hold one table write the first
 */
public record DocumentView<T>(
        String verb,
        String description,
        String document,
        Class<T> type,
        BiFunction<T, Map<String, String>, List<Titled>> tables) {
    public DocumentView {
        requireNonNull(verb, "verb");
        requireNonNull(description, "description");
        requireNonNull(document, "document");
        requireNonNull(type, "type");
        requireNonNull(tables, "tables");
    }

    /** A document whose tables name no KPI but by its own title. */
    DocumentView(String verb, String description, String document, Class<T> type, Function<T, List<Titled>> tables) {
        this(verb, description, document, type, (content, kpis) -> tables.apply(content));
    }

    /** A table with a heading; the heading is empty when the document has one table only. */
    public record Titled(String title, Table table) {
        public Titled {
            requireNonNull(title, "title");
            requireNonNull(table, "table");
        }
    }

    /** @param kpis titles of the KPIs that the document may name, by id */
    public List<Titled> tables(byte[] bytes, Map<String, String> kpis) {
        return tables.apply(CanonicalJson.read(bytes, type), kpis);
    }
}
