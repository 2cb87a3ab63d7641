package com.opsatc.connector;

import com.opsatc.connector.spec.ColumnSpec;
import com.opsatc.connector.spec.ColumnType;
import com.opsatc.connector.spec.DeliveryDate;
import com.opsatc.connector.spec.RowOrder;
import com.opsatc.connector.spec.StreamSpec;
import com.opsatc.contract.text.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a schema cannot say of how a stream's deliveries follow each other. */
final class DeliveryCheck {
    /** Where a setting is not filled in yet, there is nothing to judge. */
    private static final String SETTING = "${";

    private final StreamSpec stream;
    private final List<String> problems = new ArrayList<>();

    private DeliveryCheck(StreamSpec stream) {
        this.stream = stream;
    }

    /** All that is wrong; empty when nothing is. */
    static List<String> of(StreamSpec stream) {
        DeliveryCheck check = new DeliveryCheck(stream);
        check.oneOf("same-name", stream.sameName(), StreamSpec.SUPERSEDE, StreamSpec.ADD);
        check.oneOf("redelivery", stream.redelivery(), StreamSpec.OVERLAP, StreamSpec.APPEND);
        check.oneOf(
                "order",
                stream.order(),
                Arrays.stream(RowOrder.values()).map(RowOrder::word).toArray(String[]::new));
        if (!stream.delivered().contains(SETTING)) {
            DeliveryDate.problems(stream.delivered()).forEach(check::problem);
        }
        if (stream.latest() != null) {
            stream.latest().forEach(column -> check.column("latest", column, ColumnType.INSTANT, ColumnType.DATE));
        }
        if (stream.population() != null) {
            check.column("population", stream.population().column(), ColumnType.STRING);
            stream.population().of().forEach(column -> check.column("population", column, ColumnType.STRING));
        }

        return check.problems;
    }

    private void oneOf(String what, String value, String... legal) {
        if (!value.contains(SETTING) && !List.of(legal).contains(value)) {
            problem(what + " is " + String.join(" or ", legal));
        }
    }

    private void column(String what, String name, ColumnType... types) {
        ColumnSpec column = stream.columns().get(name);
        if (column == null) {
            List<String> near = Nearest.of(name, stream.columns().keySet());
            problem(what + " names no column: " + name
                    + (near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?"));
        } else if (!List.of(types).contains(column.type())) {
            problem(what + " names a column of another type: " + name);
        }
    }

    private void problem(String text) {
        problems.add("stream " + stream.name() + ": " + text);
    }
}
