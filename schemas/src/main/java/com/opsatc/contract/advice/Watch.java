package com.opsatc.contract.advice;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.claim.DefinitionRef;
import com.opsatc.contract.claim.Unit;
import java.math.BigDecimal;

/**
 * How one would see that a lever worked.
 *
 * @param figure what is watched, in words without a text of the system of record
 * @param definition of the signal
 * @param now the figure today
 * @param weeks after how many full weeks
 * @param rule what must be seen, as a sentence
 */
public record Watch(String figure, DefinitionRef definition, BigDecimal now, Unit unit, int weeks, String rule) {
    public Watch {
        requireNonNull(figure, "figure");
        requireNonNull(definition, "definition");
        requireNonNull(now, "now");
        requireNonNull(unit, "unit");
        requireNonNull(rule, "rule");
    }
}
