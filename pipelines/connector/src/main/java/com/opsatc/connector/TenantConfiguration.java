package com.opsatc.connector;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.opsatc.connector.calendar.CalendarDeclaration;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.json.YamlText;
import com.opsatc.contract.text.Nearest;
import com.opsatc.contract.value.ValueRate;
import com.opsatc.contract.value.ValueRates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an operator declares for one tenant, in {@code conf/tenants/<tenant>.yaml} of the home.
 *
 * @param processes by the name of the process
 * @param calendars business calendars, by name
 * @param calendar the calendar of every process that has none of its own; null where there is none
 * @param processCalendars the calendars of single processes, by the name of the process
 * @param valueRates what things are worth in money, all versions, by the name of the process
 * @param leversDone levers that were pulled, by the name of the process
 */
public record TenantConfiguration(
        String tenant,
        SortedMap<String, FindingScope> processes,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<String, CalendarDeclaration> calendars,
        String calendar,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<String, String> processCalendars,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<String, List<ValueRate>> valueRates,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<String, List<LeverDone>> leversDone) {
    public TenantConfiguration {
        requireNonNull(tenant, "tenant");
        processes = unmodifiable(processes);
        calendars = unmodifiable(calendars);
        processCalendars = unmodifiable(processCalendars);
        valueRates = unmodifiable(valueRates);
        leversDone = unmodifiable(leversDone);
    }

    /** Of a tenant that declares nothing. */
    public static TenantConfiguration none(String tenant) {
        return new TenantConfiguration(tenant, null, null, null, null, null, null);
    }

    /** Whether nothing is declared that a figure could depend on. */
    @JsonIgnore
    public boolean isEmpty() {
        return equals(none(tenant));
    }

    /** The name of the calendar of a process; empty where none is declared for it. */
    public Optional<String> calendarOf(String process) {
        return Optional.ofNullable(processCalendars.getOrDefault(process, calendar));
    }

    /**
     * The tenant's file; where there is none, nothing is declared.
     *
     * @throws PipelineException (configuration) listing all that is wrong with it
     */
    public static TenantConfiguration load(Path file, String tenant) {
        if (!Files.exists(file)) {
            return none(tenant);
        }

        List<String> wrong = new ArrayList<>();
        String name = "conf/tenants/" + tenant + ".yaml";
        TenantConfiguration loaded = YamlText.of(name, file, wrong)
                .flatMap(text -> ConnectorText.bindTenant(name, text.tree(), wrong))
                .orElse(null);
        if (loaded != null && !loaded.tenant().equals(tenant)) {
            wrong.add(name + ": tenant must be " + tenant + ", as the file is named");
        }
        if (loaded != null) {
            loaded.calendarProblems().forEach(problem -> wrong.add(name + problem));
            loaded.valueRates()
                    .forEach((process, rates) -> ValueRates.problems(rates)
                            .forEach(problem -> wrong.add(name + "/value-rates/" + process + ": " + problem)));
            loaded.leversDone()
                    .forEach((process, done) -> LeverDone.problems(done)
                            .forEach(problem -> wrong.add(name + "/levers-done/" + process + ": " + problem)));
        }
        if (!wrong.isEmpty()) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot use the configuration of tenant " + tenant + ": " + String.join("; ", wrong));
        }

        return loaded;
    }

    private List<String> calendarProblems() {
        List<String> problems = new ArrayList<>();
        calendars.forEach((name, declared) ->
                declared.problems().forEach(problem -> problems.add("/calendars/" + name + problem)));
        if (calendar != null) {
            unknown(calendar).ifPresent(problem -> problems.add("/calendar: " + problem));
        }
        processCalendars.forEach((process, name) ->
                unknown(name).ifPresent(problem -> problems.add("/process-calendars/" + process + ": " + problem)));
        return problems;
    }

    private Optional<String> unknown(String name) {
        if (calendars.containsKey(name)) {
            return Optional.empty();
        }

        List<String> near = Nearest.of(name, calendars.keySet());
        return Optional.of("no calendar of that name is declared"
                + (near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?") + "; there are "
                + calendars.keySet());
    }

    private static <T> SortedMap<String, T> unmodifiable(SortedMap<String, T> given) {
        return Collections.unmodifiableSortedMap(given == null ? new TreeMap<>() : new TreeMap<>(given));
    }
}
