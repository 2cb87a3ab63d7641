package com.opsatc.jobs.cli.view;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.document.DocumentType;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.jobs.cli.output.Table;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How one published document is shown as tables; the verb of its name reads it.
 *
 * @param tables the document's tables, given what people call the KPIs, by id; formats that hold one table write the first
 * @param read the same as people read them on a terminal
 */
public record DocumentView<T>(
        DocumentType<T> document,
        BiFunction<T, Map<String, String>, List<Titled>> tables,
        BiFunction<T, Map<String, String>, List<Titled>> read) {
    public DocumentView {
        requireNonNull(document, "document");
        requireNonNull(tables, "tables");
        requireNonNull(read, "read");
    }

    /** A document that people read as programs do. */
    DocumentView(DocumentType<T> document, BiFunction<T, Map<String, String>, List<Titled>> tables) {
        this(document, tables, tables);
    }

    /** A document that people read in other tables, none of which names a KPI but by its own title. */
    DocumentView(DocumentType<T> document, Function<T, List<Titled>> tables, Function<T, List<Titled>> read) {
        this(document, (content, kpis) -> tables.apply(content), (content, kpis) -> read.apply(content));
    }

    /** A document whose tables name no KPI but by its own title. */
    DocumentView(DocumentType<T> document, Function<T, List<Titled>> tables) {
        this(document, (content, kpis) -> tables.apply(content));
    }

    /**
     * A table with a heading.
     *
     * @param name what tells it from the document's other tables where each is a file of its own, in words parted by hyphens;
     *     empty for the first
     * @param title empty when the document has one table only
     */
    public record Titled(String name, String title, Table table) {
        public Titled {
            requireNonNull(name, "name");
            requireNonNull(title, "title");
            requireNonNull(table, "table");
        }
    }

    /** @param kpis titles of the KPIs that the document may name, by id */
    public List<Titled> tables(byte[] bytes, Map<String, String> kpis) {
        return tables.apply(CanonicalJson.read(bytes, document.type()), kpis);
    }

    /** As above, for a terminal. */
    public List<Titled> read(byte[] bytes, Map<String, String> kpis) {
        return read.apply(CanonicalJson.read(bytes, document.type()), kpis);
    }
}
