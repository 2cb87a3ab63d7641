package com.opsatc.connector;

import com.opsatc.connector.mapping.DateOrder;
import com.opsatc.connector.mapping.DeclaredAttribute;
import com.opsatc.connector.mapping.Ends;
import com.opsatc.connector.mapping.EventMapping;
import com.opsatc.connector.mapping.Join;
import com.opsatc.connector.mapping.ObjectMapping;
import com.opsatc.connector.rule.DeclaredRule;
import com.opsatc.connector.spec.Classification;
import com.opsatc.connector.spec.ColumnSpec;
import com.opsatc.connector.spec.ColumnType;
import com.opsatc.connector.spec.FileFormat;
import com.opsatc.connector.spec.NullWords;
import com.opsatc.connector.spec.OnlyWhen;
import com.opsatc.connector.spec.Setting;
import com.opsatc.connector.spec.StreamSpec;
import com.opsatc.connector.text.TextForm;
import com.opsatc.connector.time.IsoTimes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The page of a connector for people: every file and column that is read, and what becomes of it. */
public final class ConnectorPage {
    private final StringBuilder page = new StringBuilder();

    private ConnectorPage() {}

    /** Markdown, with a line end at the end of every line; the same connector gives the same page. */
    public static String markdown(Connector connector) {
        ConnectorPage page = new ConnectorPage();
        page.line("# " + connector.title());
        page.line("");
        page.line("`" + connector.id() + "`, version " + connector.version() + ". " + connector.description());
        page.line("");
        page.line("Cases are " + connector.caseNotion() + "s, and their process is called \""
                + TitleSetting.title("", connector.processTitle(), connector.process())
                + "\". What is not in a table below is never read.");
        page.settings(connector.settings());
        connector.streams().values().forEach(page::stream);
        page.values(connector);
        page.objects(connector.objects());
        page.divides(connector.attributes());
        page.events(connector.events());
        page.cases(connector);
        page.rules(connector.scope().rules());
        page.kpis(connector);
        return page.page.toString();
    }

    private void settings(Map<String, Setting> settings) {
        if (settings.isEmpty()) {
            return;
        }

        heading("Settings, given with `--set name=value`");
        row("name", "default", "what it chooses");
        row("---", "---", "---");
        settings.forEach((name, setting) -> row(
                code(name),
                setting.defaultValue()
                        .map(ConnectorPage::code)
                        .orElse(setting.required() ? "none, it is required" : ""),
                setting.description()));
    }

    private void stream(StreamSpec stream) {
        heading("Files of `" + stream.name() + "`");
        line(stream.description());
        line("");
        line("- file names: " + code(stream.files()));
        line("- format: " + stream.formats().stream().map(FileFormat::word).collect(Collectors.joining(" or ")));
        line("- a record is known by: "
                + (stream.key().isEmpty()
                        ? "its content, as often as a file holds it"
                        : stream.key().stream().map(ConnectorPage::code).collect(Collectors.joining(", "))));
        DeliveryText.lines(stream).forEach(this::line);
        line("");
        row("column", "header", "type", "required", "person", "what it says");
        row("---", "---", "---", "---", "---", "---");
        for (ColumnSpec column : stream.columns().values()) {
            row(
                    code(column.name()),
                    column.from().stream().map(ConnectorPage::code).collect(Collectors.joining(" and ")),
                    type(column),
                    column.required() ? "yes" : "",
                    column.classification() == Classification.PII ? "yes" : "",
                    column.description() + written(column) + only(column) + unknown(column));
        }
    }

    private void values(Connector connector) {
        heading("How values are read");
        line("- "
                + (connector.readsSourceZone()
                        ? "local times without a zone of their own lie in the source's, given with `--zone`"
                        : "every time has a zone of its own: `--zone` moves no event, only the borders of days"
                                + " and weeks"));
        line("- blanks of any kind and characters without a width at the ends of a text are dropped; upper and"
                + " lower case are kept, and so are leading zeros");
        line("- these texts mean that a value is unknown (`" + NullWords.USUAL + "`), exactly as written: "
                + words(NullWords.usual(ColumnType.STRING)) + "; where the column is not text, also "
                + words(NullWords.usual(ColumnType.INSTANT)
                        .subList(
                                NullWords.usual(ColumnType.STRING).size(),
                                NullWords.usual(ColumnType.INSTANT).size())));
    }

    private static String words(List<String> words) {
        return words.stream().map(ConnectorPage::code).collect(Collectors.joining(" "));
    }

    private void objects(List<ObjectMapping> objects) {
        if (objects.isEmpty()) {
            return;
        }

        heading("Objects");
        row("kind", "from", "id", "attributes");
        row("---", "---", "---", "---");
        for (ObjectMapping object : objects) {
            row(
                    object.typeFrom() == null ? object.type() : "of " + code(object.typeFrom()),
                    from(object.stream(), object.joins(), object.where()),
                    code(object.id()),
                    attributes(object.attributes()) + ordered(object.dateOrder()));
        }
    }

    private void divides(List<DeclaredAttribute> attributes) {
        if (attributes.isEmpty()) {
            return;
        }

        heading("What figures are divided by");
        row("attribute", "of", "known", "what it says");
        row("---", "---", "---", "---");
        for (DeclaredAttribute attribute : attributes) {
            row(
                    code(attribute.name()),
                    attribute.object(),
                    attribute.known() == DeclaredAttribute.Known.START ? "from the start" : "as the record stands",
                    attribute.description());
        }
    }

    private void events(List<EventMapping> events) {
        heading("Events");
        row("activity", "from", "case", "time", "start", "lifecycle");
        row("---", "---", "---", "---", "---", "---");
        for (EventMapping event : events) {
            row(
                    code(event.activity()),
                    from(event.stream(), event.joins(), event.where()),
                    code(event.caseId()),
                    code(event.time()) + (event.sequence() == null ? "" : ", at one time by " + code(event.sequence())),
                    event.start() == null ? "" : code(event.start()),
                    event.lifecycle() == null ? "" : code(event.lifecycle()));
        }
    }

    private void cases(Connector connector) {
        if (!connector.ends().known() && connector.milestoneOrder().isEmpty()) {
            return;
        }

        heading("Cases");
        if (connector.ends().known()) {
            line("- "
                    + (connector.ends().when() == Ends.When.REACHED
                            ? "closed once it has had: "
                            : "closed while its last event is: ")
                    + codes(connector.ends().activities()));
        }
        connector.milestoneOrder().forEach(chain -> line("- in this order: " + code(chain)));
    }

    private void rules(List<DeclaredRule> rules) {
        if (rules.isEmpty()) {
            return;
        }

        heading("Rules");
        row("rule", "what must hold", "clock");
        row("---", "---", "---");
        for (DeclaredRule rule : rules) {
            row(
                    code(rule.id()) + (rule.title() == null ? "" : " " + rule.title()),
                    rule.words(),
                    rule.within() == null ? "" : rule.within().clock().word());
        }
    }

    private void kpis(Connector connector) {
        heading("KPIs");
        connector
                .kpis()
                .forEach((name, params) -> line("- " + name + (params.isEmpty() ? "" : ": " + code(sorted(params)))));
        connector.notMeasured().forEach((name, reason) -> line("- " + name + " is not measured: " + reason));
    }

    private static String from(String stream, List<Join> joins, String where) {
        String joined =
                joins.stream().map(join -> " with " + code(join.stream())).collect(Collectors.joining());
        return code(stream) + joined + (where == null ? "" : ", where " + code(where));
    }

    private static String type(ColumnSpec column) {
        boolean dated = column.type() == ColumnType.DATE
                || column.type() == ColumnType.INSTANT
                || column.type() == ColumnType.TIME;
        boolean styled = (column.type() == ColumnType.DECIMAL || column.type() == ColumnType.INTEGER)
                && !column.formats().equals(List.of(IsoTimes.NAME));
        String formats = dated || styled ? " " + code(String.join(", ", column.formats())) : "";
        return column.type().word() + formats + (column.zone() == null ? "" : " in " + column.zone());
    }

    private static String written(ColumnSpec column) {
        return (column.normalise() == null ? "" : " Written without leading zeros where it is a number.")
                + (column.known().isEmpty()
                        ? ""
                        : " Other texts than " + String.join(", ", column.known()) + " are counted as unknown.");
    }

    private static String ordered(List<DateOrder> orders) {
        return orders.stream()
                .map(order -> "; " + code(order.later()) + " must not be before " + code(order.earlier()))
                .collect(Collectors.joining());
    }

    private static String codes(List<String> names) {
        return names.stream().map(ConnectorPage::code).collect(Collectors.joining(", "));
    }

    private static String only(ColumnSpec column) {
        OnlyWhen when = column.onlyWhen();
        return when == null
                ? ""
                : " Read only where " + code(when.column()) + " is " + String.join(" or ", when.values()) + ".";
    }

    private static String unknown(ColumnSpec column) {
        String nulls = column.nulls().equals(List.of(NullWords.USUAL))
                ? ""
                : column.nulls().isEmpty()
                        ? " No text but the empty one means unknown."
                        : " Unknown: " + words(column.nulls()) + ".";
        return nulls
                + (column.text().equals(TextForm.STRIPPED.word())
                        ? ""
                        : " Kept of the text: " + code(column.text()) + ".");
    }

    private static String attributes(Map<String, String> attributes) {
        return attributes.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + code(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String sorted(Object params) {
        if (params instanceof Map<?, ?> map) {
            TreeMap<String, String> entries = new TreeMap<>();
            map.forEach((name, value) -> entries.put(String.valueOf(name), sorted(value)));
            return entries.toString();
        }

        return String.valueOf(params);
    }

    private void heading(String text) {
        line("");
        line("## " + text);
        line("");
    }

    private void row(String... cells) {
        line("| "
                + List.of(cells).stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | "))
                + " |");
    }

    private void line(String text) {
        page.append(text).append('\n');
    }

    private static String code(String text) {
        return "`" + text.strip().replace('\n', ' ') + "`";
    }
}
