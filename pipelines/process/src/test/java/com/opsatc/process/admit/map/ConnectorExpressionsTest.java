package com.opsatc.process.admit.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.connector.Connector;
import com.opsatc.connector.ConnectorProblem;
import com.opsatc.connector.Connectors;
import com.opsatc.process.testing.RealData;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ConnectorExpressionsTest {
    private static final String CONNECTOR = """
        id: acme/tickets
        version: 1
        system: acme
        process: tickets
        title: Tickets
        description: Tickets.
        settings: {team: {description: Team.}}
        case-notion: ticket
        streams:
          steps:
            description: Steps.
            files: "steps*.csv"
            format: csv
            columns:
              ticket: {from: Ticket, type: string, description: Ticket.}
              done_at: {from: At, type: instant, description: When.}
              effort: {from: Effort, type: decimal, description: Hours.}
              tags: {from: Tags, type: list, description: Tags.}
          tickets:
            description: Tickets.
            files: "tickets*.csv"
            format: csv
            key: [number]
            columns:
              number: {from: Number, type: integer, description: Ticket.}
              due: {from: Due, type: date, description: Due.}
        objects:
          - {type: ticket, stream: steps, id: ticket, attributes: {effort: effort}}
        events:
          - stream: steps
            joins: [{stream: tickets, on: {number: CAST(ticket AS BIGINT)}}]
            case: ticket
            activity: "'Step'"
            time: done_at
            where: "effort > 0 AND ticket <> ${team}"
        """;

    static Stream<Connector> shipped() {
        return Connectors.load(RealData.conf()).all().stream();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void problems_ofEveryShippedConnector_areNone(Connector connector) {
        assertThat(ConnectorExpressions.problems(connector)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "time: done_at | time: done_att | /events/0/time | event 1, time: there is no column done_att; did you mean"
                        + " done_at?",
                "time: done_at | time: ticket | /events/0/time | event 1, time: it gives a text, and needed is an instant"
                        + " or a date",
                "time: done_at | time: tickets.du | /events/0/time | event 1, time: there is no column tickets.du; did you"
                        + " mean tickets.due?",
                "case: ticket | case: uper(ticket) | /events/0/case | event 1, case: function uper is not allowed; did you"
                        + " mean upper?; the functions are",
                "case: ticket | case: upper(ticket, effort) | /events/0/case | event 1, case: The `upper` requires 1"
                        + " parameters but the actual number is 2",
                "case: ticket | case: concat(ticket | /events/0/case | event 1, case: it does not parse as a Spark SQL"
                        + " expression",
                "effort > 0 AND | done_at > 5 AND | /events/0/where | event 1, where: Cannot resolve \"(done_at > 5)\" due"
                        + " to data type mismatch: the left and right operands of the binary operator have incompatible"
                        + " types (\"TIMESTAMP\" and \"INT\")",
                "\"effort > 0 AND ticket <> ${team}\" | effort | /events/0/where | event 1, where: it gives a number, and"
                        + " needed is true or false",
                "CAST(ticket AS BIGINT) | ticket | /events/0/joins/0/on/number | event 1, join of tickets: it gives a text,"
                        + " and key column number is a number",
                "{effort: effort} | {tags: tags} | /objects/0/attributes/tags | object ticket, attribute tags: it gives a"
                        + " list, and needed is one value",
                "ticket <> ${team} | ticket <> ${tem} | /events/0/where | event 1, where: ${…} is not replaced by"
                        + " anything",
            })
    void problems_ofOneWrongExpression_isThatOneWithItsPlace(String right, String wrong, String at, String what) {
        List<ConnectorProblem> problems =
                ConnectorExpressions.problems(Connectors.parse(CONNECTOR.replace(right, wrong)));

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).at()).isEqualTo(at);
        assertThat(problems.get(0).what()).startsWith("the expression of " + what);
    }

    @Test
    void problems_ofSeveral_areAllOfThem() {
        assertThat(ConnectorExpressions.problems(Connectors.parse(
                        CONNECTOR.replace("time: done_at", "time: dat").replace("case: ticket", "case: tikket"))))
                .extracting(ConnectorProblem::at)
                .containsExactly("/events/0/case", "/events/0/time");
    }

    @Test
    void problems_ofASlotInItsOwnPlace_areNone() {
        assertThat(ConnectorExpressions.problems(Connectors.parse(slotted("slot: who"))))
                .isEmpty();
    }

    /** An opaque number of a person must not get into a document by another name. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{effort: effort} | {effort: who} | /objects/0/attributes/effort",
                "case: ticket | case: CAST(who AS STRING) | /events/0/case",
                "\"'Step'\" | \"concat('Step', who)\" | /events/0/activity",
                "effort > 0 AND | who > 0 AND | /events/0/where",
                "CAST(ticket AS BIGINT) | who | /events/0/joins/0/on/number",
            })
    void problems_ofASlotInAnyExpression_sayThatThereIsNoSuchColumn(String right, String wrong, String at) {
        List<ConnectorProblem> problems = ConnectorExpressions.problems(
                Connectors.parse(slotted("slot: who").replace(right, wrong)));

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.at()).isEqualTo(at);
            assertThat(problem.what()).contains("there is no column who");
        });
    }

    @Test
    void problems_ofAnotherColumnAsASlot_sayThatItIsNone() {
        assertThat(ConnectorExpressions.problems(Connectors.parse(slotted("slot: effort"))))
                .singleElement()
                .satisfies(problem -> assertThat(problem.at() + " " + problem.what())
                        .isEqualTo(
                                "/events/0/slot the expression of event 1, slot: it is no column of type slot of stream"
                                        + " steps"));
    }

    @Test
    void parse_aSlotWithoutAMonthOrInAKey_isRefused() {
        assertThatThrownBy(() -> Connectors.parse(slotted("slot: who").replace("required: true, ", "")))
                .hasMessageContaining("no required instant of its stream tells the month");
        assertThatThrownBy(() -> Connectors.parse(
                        slotted("slot: who").replace("description: Steps.", "description: Steps.\n    key: [who]")))
                .hasMessageContaining("cannot be part of a key");
    }

    private static String slotted(String slot) {
        return CONNECTOR
                .replace("type: instant, ", "type: instant, required: true, ")
                .replace("      effort: {", "      who: {from: Who, type: slot, description: Who.}\n      effort: {")
                .replace("    time: done_at", "    time: done_at\n    " + slot);
    }
}
