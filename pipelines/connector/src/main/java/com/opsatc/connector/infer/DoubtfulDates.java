package com.opsatc.connector.infer;

import com.opsatc.connector.infer.column.ColumnProfile;
import com.opsatc.connector.infer.column.DayMonthOrder;
import com.opsatc.connector.infer.column.TimeNotation;
import java.util.List;

/**
 * The columns of a draft of whose dates nothing tells which number is the day: whoever adds the source says it, and nothing is
 * read until then.
 */
record DoubtfulDates(List<ColumnProfile> columns) {
    private static final String SETTING = "${dates}";

    static DoubtfulDates of(List<ColumnProfile> columns) {
        return new DoubtfulDates(
                columns.stream().filter(DoubtfulDates::inDoubt).distinct().toList());
    }

    /** The formats of a column of times, or the setting that stands for them. */
    static List<String> formats(ColumnProfile column) {
        return inDoubt(column) ? List.of(SETTING) : column.time().orElseThrow().formats();
    }

    void ask(ConnectorDraft draft) {
        if (!columns.isEmpty()) {
            draft.dates(formats(DayMonthOrder.DMY), formats(DayMonthOrder.MDY));
        }
    }

    private String formats(DayMonthOrder order) {
        return String.join(
                "|",
                columns.stream()
                        .flatMap(each -> each.time().orElseThrow().formats(order).stream())
                        .distinct()
                        .toList());
    }

    private static boolean inDoubt(ColumnProfile column) {
        return column.time().map(TimeNotation::inDoubt).orElse(false);
    }
}
