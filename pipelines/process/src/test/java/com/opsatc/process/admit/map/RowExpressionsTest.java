package com.opsatc.process.admit.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowExpressionsTest {
    private static final List<String> COLUMNS = List.of("at", "due", "state");

    private final RowExpressions expressions = new RowExpressions("own/orders");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timestamp'now'",
                "TIMESTAMP \"now\"",
                "timestamp 'n\\u006fw'",
                "timestamp/* 2026 */'now'",
                "date'today'",
                "timestamp_ntz'tomorrow'",
                "timestamp_ltz'yesterday'",
                "date 'epoch'",
                "at > 'now'",
                "coalesce(due, 'Today')",
                "at = CAST(' Now ' AS TIMESTAMP)",
                "element_at(map('a', 'today'), state)",
                "CASE WHEN state = 'x' THEN at ELSE ' now ' END",
                "array_contains(array('2026-01-01', 'now'), at)"
            })
    void check_textThatStandsForThePresent_isRefused(String expression) {
        assertRefused(
                expression,
                "a text such as 'now' or 'today' stands for the present, and the same extract would give another value"
                        + " tomorrow; write the date");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at > concat('to', 'day')",
                "CAST(lower('NOW!') AS TIMESTAMP)",
                "coalesce(at, trim(BOTH 'x' FROM 'xnowx'))",
                "at < CASE WHEN true THEN 'x' END"
            })
    void check_textPutTogetherWithoutAColumn_isRefused(String expression) {
        assertRefused(expression, "a part of it has no column; write its value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'${env:HOME}'", "${system:user.name}", "concat(state, '${spark.app.name}')", "'${state'"})
    void check_variableOfTheProcess_isRefused(String expression) {
        assertRefused(expression, "${…} is not replaced by anything; write the value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timestamp'2026-01-01 00:00:00'",
                "date \"2026-01-01\"",
                "timestamp_ntz ' 2026-01-01'",
                "CAST('2026-01-01' AS DATE) > due",
                "state = 'Shipped now'",
                "state IN ('nowhere', 'todays')",
                "regexp_replace(state, '^a', '$1')",
                "element_at(map('a', 'b'), state)",
                "CASE WHEN state = 'x' THEN 'y' ELSE 'z' END"
            })
    void check_ordinaryConstants_pass(String expression) {
        assertThatCode(() -> expressions.check("event 1, time", expression, COLUMNS))
                .doesNotThrowAnyException();
    }

    private void assertRefused(String expression, String why) {
        assertThatThrownBy(() -> expressions.check("event 1, time", expression, COLUMNS))
                .isInstanceOfSatisfying(
                        PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION))
                .hasMessage("Cannot use connector own/orders: the expression of event 1, time: " + why);
    }
}
