package com.opsatc.contract.run;

import static java.util.Objects.requireNonNull;

/**
 * The answer to a {@link ConnectorQuestion}.
 *
 * @param problems what is wrong with the expressions, each with its file and line; empty when nothing is
 * @param draft the text of a drafted connector; empty when none was asked for
 */
public record ConnectorAnswer(String problems, String draft) {
    public ConnectorAnswer {
        requireNonNull(problems, "problems");
        requireNonNull(draft, "draft");
    }
}
