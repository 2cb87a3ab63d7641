package com.opsatc.connector;

import static java.util.Objects.requireNonNull;

import com.opsatc.connector.mapping.DeclaredAttribute;
import com.opsatc.connector.mapping.Ends;
import com.opsatc.connector.mapping.EventMapping;
import com.opsatc.connector.mapping.ObjectMapping;
import com.opsatc.connector.spec.ColumnSpec;
import com.opsatc.connector.spec.ColumnType;
import com.opsatc.connector.spec.Setting;
import com.opsatc.connector.spec.Settings;
import com.opsatc.connector.spec.StreamSpec;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.text.Nearest;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the extracts of one process of one system of record are read, and what their columns mean: a file in
 * {@code conf/connectors/<system>/<process>.yaml}.
 *
 * @param id {@code system/process}
 * @param version counts changes of the file's meaning, from 1
 * @param system name of the system of record in citations
 * @param process name of the process in documents
 * @param processTitle what people call the process; null where nothing is said, until settings are filled in
 * @param caseNotion what a case is, e.g. {@code order}
 * @param ends what ends a case
 * @param milestoneOrder chains {@code A > B > C} of activities of which none must come before an earlier one of its chain
 * @param kpis parameters by the name of the KPI; {@link #notMeasured} apart
 * @param notMeasured why a KPI cannot be had from these extracts, by its name
 * @param attributes of objects, by which figures about them may be divided; none but these
 * @param scope what is declared of its waits, and from which change on a duration is worth telling
 */
public record Connector(
        String id,
        int version,
        String system,
        String process,
        String processTitle,
        String title,
        String description,
        SortedMap<String, Setting> settings,
        String caseNotion,
        Map<String, StreamSpec> streams,
        List<ObjectMapping> objects,
        List<EventMapping> events,
        Ends ends,
        List<String> milestoneOrder,
        SortedMap<String, Map<String, Object>> kpis,
        SortedMap<String, String> notMeasured,
        List<DeclaredAttribute> attributes,
        FindingScope scope) {
    public Connector {
        requireNonNull(id, "id");
        requireNonNull(system, "system");
        requireNonNull(process, "process");
        requireNonNull(title, "title");
        requireNonNull(description, "description");
        requireNonNull(caseNotion, "caseNotion");
        SortedMap<String, Setting> offered = settings == null ? new TreeMap<>() : new TreeMap<>(settings);
        offered.putIfAbsent(TimeWindow.SETTING, TimeWindow.DECLARED);
        offered.putIfAbsent(TitleSetting.NAME, TitleSetting.DECLARED);
        settings = Collections.unmodifiableSortedMap(offered);
        streams = Collections.unmodifiableMap(new LinkedHashMap<>(streams));
        objects = objects == null ? List.of() : List.copyOf(objects);
        events = events == null ? List.of() : List.copyOf(events);
        ends = ends == null ? Ends.UNKNOWN : ends;
        milestoneOrder = milestoneOrder == null ? List.of() : List.copyOf(milestoneOrder);
        kpis = Collections.unmodifiableSortedMap(kpis == null ? new TreeMap<>() : new TreeMap<>(kpis));
        attributes = attributes == null ? List.of() : List.copyOf(attributes);
        scope = scope == null ? FindingScope.NONE : scope;
        notMeasured =
                Collections.unmodifiableSortedMap(notMeasured == null ? new TreeMap<>() : new TreeMap<>(notMeasured));
    }

    /** The stream of a name; another name is refused with the legal ones. */
    public StreamSpec stream(String name) {
        StreamSpec stream = streams.get(requireNonNull(name, "name"));
        if (stream == null) {
            throw new IllegalArgumentException(
                    "Connector " + id + " has no stream of that name; there are " + streams.keySet());
        }

        return stream;
    }

    /**
     * The expression that orders events of one instant, where the extract has it: a column that no header was chosen for orders
     * nothing.
     */
    public Optional<String> sequence(EventMapping event) {
        Optional<String> declared = Optional.ofNullable(event.sequence());
        ColumnSpec column = declared.map(stream(event.stream()).columns()::get).orElse(null);
        return column != null && column.from().isEmpty() ? Optional.empty() : declared;
    }

    /** Whether records tell which objects their events touch, and of which types: such a process has views of its objects. */
    public boolean tellsObjects() {
        return events.stream().flatMap(event -> event.objects().stream()).anyMatch(object -> object.typeFrom() != null);
    }

    /** Activities of a case of which the later must not come before the earlier. */
    public List<MilestoneOrder> milestones() {
        return MilestoneOrder.of(milestoneOrder);
    }

    /**
     * The connector with its settings filled in; once filled in, doing it again changes nothing.
     *
     * @throws PipelineException (configuration) for unknown settings, with the nearest known ones, for missing ones, and for
     *     values that mean nothing, such as an unknown character set
     */
    public Connector with(Map<String, String> values) {
        Settings chosen = Settings.of(id, settings, values);
        SortedMap<String, Setting> filledSettings = new TreeMap<>(settings);
        filledSettings.put(
                TimeWindow.SETTING,
                settings.get(TimeWindow.SETTING).defaulting(chosen.text("${" + TimeWindow.SETTING + "}")));
        Map<String, StreamSpec> resolved = new LinkedHashMap<>();
        streams.forEach((name, stream) -> resolved.put(name, stream.with(chosen)));
        List<ObjectMapping> mapped =
                objects.stream().map(object -> object.with(chosen)).toList();
        KpiChoices measured = KpiChoices.of(kpis, notMeasured, chosen);
        Connector filled = new Connector(
                id,
                version,
                system,
                process,
                TitleSetting.title(chosen.text("${" + TitleSetting.NAME + "}"), processTitle, process),
                title,
                description,
                filledSettings,
                caseNotion,
                resolved,
                mapped,
                events.stream().map(event -> event.with(chosen)).toList(),
                ends.with(chosen),
                chosen.names(milestoneOrder),
                new LineAttributes(mapped, resolved).present(measured.kpis()),
                measured.notMeasured(),
                attributes,
                scope);
        List<String> problems =
                ConnectorCheck.of(filled).stream().map(ConnectorProblem::what).toList();
        if (!problems.isEmpty()) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot use connector " + id + " with these settings: " + String.join("; ", problems));
        }

        return filled;
    }

    /** The same connector for extracts whose figures have a name of their own, and so no title that was meant for another. */
    public Connector named(String ownProcess) {
        return new Connector(
                id,
                version,
                system,
                ownProcess,
                /* processTitle= */ null,
                title,
                description,
                settings,
                caseNotion,
                streams,
                objects,
                events,
                ends,
                milestoneOrder,
                kpis,
                notMeasured,
                attributes,
                scope);
    }

    /** The days in which a time is one; a row with another is kept out. */
    public TimeWindow times() {
        return window().orElseThrow(
                        () -> new IllegalStateException("A connector whose window of times was not checked"));
    }

    Optional<TimeWindow> window() {
        return settings.get(TimeWindow.SETTING).defaultValue().flatMap(TimeWindow::parse);
    }

    /** Whether a local time anywhere in its files lies in the zone of the source: else the choice of a zone moves no event. */
    public boolean readsSourceZone() {
        return streams.values().stream()
                .flatMap(stream -> stream.columns().values().stream())
                .anyMatch(column -> column.type() == ColumnType.DATE
                        || column.type() == ColumnType.INSTANT && column.zone() == null);
    }

    static PipelineException unknown(String id, Collection<String> known, List<Path> folders) {
        List<String> near = Nearest.of(id, known);
        return new PipelineException(
                ErrorCode.CONFIGURATION,
                "No connector " + id + (near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?")
                        + "; the connectors are " + known + ", in " + folders
                        + "; one of your own lies in the home, or in the folder that --conf names");
    }
}
