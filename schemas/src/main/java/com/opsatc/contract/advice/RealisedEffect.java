package com.opsatc.contract.advice;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.claim.DefinitionRef;
import com.opsatc.contract.figure.Interval;
import com.opsatc.contract.figure.Window;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What is seen of a step since the tenant says that a lever was pulled on it: before and after, against steps that nobody touched
 * where there are some (definition realised-effect). It is associated with the lever, and says of no cause.
 *
 * @param id e.g. {@code E-order-to-cash-001}, in the order of the declarations
 * @param subjects the two activities, as they are named in the system of record: tenant text
 * @param since the day that the tenant states
 * @param statement one sentence with no tenant text in it
 * @param change by which part the time is longer than it would be, had it gone as that of the peers, or as before where there
 *     are none; negative where it is shorter; null where not measured
 * @param before the days before that are compared, {@code after} those since; null where not measured
 * @param step null where not measured
 * @param peers steps that nobody touched; empty where there are none
 * @param source where the tenant writes it, as a citation: tenant text
 * @param statedBy who says so, as a function, never a person
 */
@RecordBuilder
public record RealisedEffect(
        String id,
        String process,
        LeverRef lever,
        DefinitionRef definition,
        List<String> subjects,
        LocalDate since,
        RealisedState state,
        String statement,
        BigDecimal change,
        Interval interval,
        Window before,
        Window after,
        StepChange step,
        List<StepChange> peers,
        String source,
        String statedBy) {
    public RealisedEffect {
        requireNonNull(id, "id");
        requireNonNull(process, "process");
        requireNonNull(lever, "lever");
        requireNonNull(definition, "definition");
        subjects = List.copyOf(subjects);
        requireNonNull(since, "since");
        requireNonNull(state, "state");
        requireNonNull(statement, "statement");
        peers = List.copyOf(peers);
        requireNonNull(source, "source");
        requireNonNull(statedBy, "statedBy");
        if ((state == RealisedState.NOT_MEASURED) != (change == null || interval == null || step == null)) {
            throw new IllegalArgumentException(
                    "Invalid effect " + id + ": what is measured has a change with its interval and its rows");
        }
    }
}
