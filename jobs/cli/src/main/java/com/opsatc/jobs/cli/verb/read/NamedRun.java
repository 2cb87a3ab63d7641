package com.opsatc.jobs.cli.verb.read;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.tenancy.run.Head;
import com.opsatc.tenancy.run.Heads;
import com.opsatc.tenancy.scope.TenantScope;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A published run that is named by its id or its logical date, to be compared with another. */
final class NamedRun {
    private static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    private NamedRun() {}

    /**
     * @param option that names it, for the message
     * @throws PipelineException (not found) where no run of that name is published
     */
    static Head of(TenantScope scope, String name, String option) {
        return (name.matches(DATE) ? date(name).flatMap(date -> Heads.asOf(scope, date)) : Heads.ofRun(scope, name))
                .orElseThrow(() -> new PipelineException(
                        ErrorCode.NOT_FOUND,
                        "Cannot compare runs of tenant " + scope.tenant() + ": no run of the " + option
                                + " that you named is published; opsatc runs --tenant " + scope.tenant()
                                + " lists what can be read"));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
