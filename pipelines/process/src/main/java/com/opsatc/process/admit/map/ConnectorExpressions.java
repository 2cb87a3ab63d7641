package com.opsatc.process.admit.map;

import com.opsatc.connector.Connector;
import com.opsatc.connector.ConnectorProblem;
import com.opsatc.connector.mapping.DateOrder;
import com.opsatc.connector.mapping.EventMapping;
import com.opsatc.connector.mapping.Join;
import com.opsatc.connector.mapping.ObjectMapping;
import com.opsatc.connector.mapping.ObjectReference;
import com.opsatc.connector.spec.ColumnSpec;
import com.opsatc.connector.spec.ColumnType;
import com.opsatc.process.admit.read.Admission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * Holds every expression of a connector to its columns, to the functions that there are, and to the type of what it is for:
 * before a file is read, and without a Spark session.
 *
 * <p>Limit: an expression that passes may still fail on a row, e.g. where a text is made a number that is none.
 */
public final class ConnectorExpressions {
    /** What a setting that is not chosen yet stands for: in an expression every setting is a text. */
    private static final String A_TEXT = "'x'";

    private final Connector connector;
    private final ExpressionTypes types = new ExpressionTypes();
    private final List<ConnectorProblem> problems = new ArrayList<>();

    private ConnectorExpressions(Connector connector) {
        this.connector = connector;
    }

    /** All that is wrong, in the order of the file; empty when nothing is. Settings may be filled in or not. */
    public static List<ConnectorProblem> problems(Connector connector) {
        ConnectorExpressions all = new ConnectorExpressions(connector);
        for (int i = 0; i < connector.objects().size(); i++) {
            all.object("/objects/" + i, connector.objects().get(i));
        }
        for (int i = 0; i < connector.events().size(); i++) {
            all.event("/events/" + i, "event " + (i + 1), connector.events().get(i));
        }

        return List.copyOf(all.problems);
    }

    /** @param names what expressions may say; those of joined streams with the stream's name before them */
    private record Columns(String at, String place, StructType schema, TreeSet<String> names) {}

    private void object(String at, ObjectMapping object) {
        Columns columns = columns(at, "object " + object.type(), object.stream(), object.joins());
        expect(columns, "/type-from", "type-from", object.typeFrom(), Expected.VALUE);
        expect(columns, "/id", "id", object.id(), Expected.NAMES);
        expect(columns, "/where", "where", object.where(), Expected.CONDITION);
        for (int i = 0; i < object.dateOrder().size(); i++) {
            DateOrder order = object.dateOrder().get(i);
            expect(columns, "/date-order/" + i + "/earlier", "date-order", order.earlier(), Expected.MOMENT);
            expect(columns, "/date-order/" + i + "/later", "date-order", order.later(), Expected.MOMENT);
        }

        attributes(columns, object.attributes());
    }

    private void event(String at, String place, EventMapping event) {
        Columns columns = columns(at, place, event.stream(), event.joins());
        expect(columns, "/id", "id", event.id(), Expected.VALUE);
        expect(columns, "/case", "case", event.caseId(), Expected.NAMES);
        expect(columns, "/activity", "activity", event.activity(), Expected.VALUE);
        expect(columns, "/time", "time", event.time(), Expected.MOMENT);
        expect(columns, "/start", "start", event.start(), Expected.MOMENT);
        expect(columns, "/sequence", "sequence", event.sequence(), Expected.VALUE);
        expect(columns, "/lifecycle", "lifecycle", event.lifecycle(), Expected.VALUE);
        expect(columns, "/where", "where", event.where(), Expected.CONDITION);
        slot(columns, event);
        for (int i = 0; i < event.objects().size(); i++) {
            ObjectReference object = event.objects().get(i);
            String of = "/objects/" + i;
            String what = "object " + object.type();
            expect(columns, of + "/type-from", what, object.typeFrom(), Expected.VALUE);
            expect(columns, of + "/id", what, object.id(), Expected.NAMES);
            expect(columns, of + "/qualifier-from", what, object.qualifierFrom(), Expected.VALUE);
        }

        attributes(columns, event.attributes());
    }

    /** No expression: the name of a column, which only this place may have. */
    private void slot(Columns columns, EventMapping event) {
        ColumnSpec named = event.slot() == null
                ? null
                : connector.stream(event.stream()).columns().get(event.slot());
        if (event.slot() != null && (named == null || named.type() != ColumnType.SLOT)) {
            problem(columns, "/slot", "slot", "it is no column of type slot of stream " + event.stream());
        }
    }

    private void attributes(Columns columns, Map<String, String> attributes) {
        attributes.forEach((name, expression) ->
                expect(columns, "/attributes/" + name, "attribute " + name, expression, Expected.VALUE));
    }

    /** A join is over the columns of the mapped stream and of the streams joined before it. */
    private Columns columns(String at, String place, String stream, List<Join> joins) {
        Columns columns = new Columns(
                at,
                place,
                schema(stream),
                new TreeSet<>(connector.stream(stream).usable()));
        for (int i = 0; i < joins.size(); i++) {
            Join join = joins.get(i);
            Map<String, ColumnSpec> joined = connector.stream(join.stream()).columns();
            for (Map.Entry<String, String> on : join.on().entrySet()) {
                key(
                        columns,
                        "/joins/" + i + "/on/" + on.getKey(),
                        join.stream(),
                        joined.get(on.getKey()),
                        on.getValue());
            }

            TreeSet<String> names = new TreeSet<>(columns.names());
            connector.stream(join.stream()).usable().forEach(name -> names.add(join.stream() + "." + name));
            columns = new Columns(at, place, columns.schema().add(join.stream(), schema(join.stream())), names);
        }

        return columns;
    }

    private void key(Columns columns, String at, String stream, ColumnSpec key, String expression) {
        String what = "join of " + stream;
        DataType wanted = Admission.type(key.type());
        type(columns, at, what, expression)
                .filter(type -> !Expected.comparable(type, wanted))
                .ifPresent(type -> problem(
                        columns,
                        at,
                        what,
                        "it gives " + Expected.word(type) + ", and key column " + key.name() + " is "
                                + Expected.word(wanted)));
    }

    private void expect(Columns columns, String at, String what, String expression, Expected expected) {
        if (expression == null) {
            return;
        }

        type(columns, at, what, expression)
                .filter(type -> !expected.fits(type))
                .ifPresent(type -> problem(
                        columns, at, what, "it gives " + Expected.word(type) + ", and needed is " + expected.words()));
    }

    private Optional<DataType> type(Columns columns, String at, String what, String expression) {
        String filled = expression;
        for (String setting : connector.settings().keySet()) {
            filled = filled.replace("${" + setting + "}", A_TEXT);
        }

        Optional<String> refused = RowExpressions.problem(filled, columns.names());
        if (refused.isPresent()) {
            problem(columns, at, what, refused.get());
            return Optional.empty();
        }

        ExpressionTypes.Found found = types.of(filled, columns.schema());
        if (found.problem() != null) {
            problem(columns, at, what, found.problem());
        }

        return Optional.ofNullable(found.type());
    }

    private void problem(Columns columns, String at, String what, String why) {
        problems.add(new ConnectorProblem(
                columns.at() + at, "the expression of " + columns.place() + ", " + what + ": " + why));
    }

    private StructType schema(String stream) {
        StructType schema = new StructType();
        for (ColumnSpec column : connector.stream(stream).columns().values()) {
            schema = schema.add(column.name(), Admission.type(column.type()), true);
        }

        return schema;
    }
}
