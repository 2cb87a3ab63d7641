package com.opsatc.connector.infer;

import com.opsatc.connector.infer.column.ColumnProfile;
import com.opsatc.connector.infer.column.DayMonthOrder;
import com.opsatc.connector.infer.column.Profiles;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tables of orders and lines: what was ordered and what was delivered, for when it was agreed and when it came.
 *
 * @param lines each of its rows is an order line
 * @param ofLines its columns by role
 * @param deliveries each of its rows is a delivery of a line; null where a line has its one delivery beside it
 * @param ofDeliveries its columns by role; empty without deliveries
 */
record OrderTables(
        WideTable lines,
        Map<LineRole, ColumnProfile> ofLines,
        WideTable deliveries,
        Map<LineRole, ColumnProfile> ofDeliveries) {
    private static final Set<LineRole> OF_A_LINE = EnumSet.of(LineRole.ORDER, LineRole.LINE, LineRole.ORDERED);
    private static final Set<LineRole> OF_A_DELIVERY = EnumSet.of(LineRole.ORDER, LineRole.LINE, LineRole.DELIVERED);
    private static final Set<LineRole> ALL = EnumSet.complementOf(EnumSet.of(LineRole.PLACED));

    /** Empty where a role that OTIF needs has no column. */
    static Optional<OrderTables> in(List<SampledStream> streams, Optional<DayMonthOrder> dates) {
        for (SampledStream stream : streams) {
            WideTable table = WideTable.of(stream, streams);
            Map<LineRole, ColumnProfile> roles = roles(table, dates);
            Set<LineRole> own = EnumSet.copyOf(OF_A_LINE);
            own.add(LineRole.DELIVERED);
            if (isOwn(table, roles, own) && roles.keySet().containsAll(ALL)) {
                return Optional.of(new OrderTables(table, roles, /* deliveries= */ null, Map.of()));
            }
        }

        for (SampledStream line : streams) {
            for (SampledStream delivery : streams) {
                Optional<OrderTables> both = line.equals(delivery)
                        ? Optional.empty()
                        : both(without(line, delivery, streams), without(delivery, line, streams), dates);
                if (both.isPresent()) {
                    return both;
                }
            }
        }

        return Optional.empty();
    }

    /** What a table that has some of what order lines have lacks, for a message; empty where it is no such table. */
    static Optional<String> lacking(SampledStream stream, Optional<DayMonthOrder> dates) {
        Set<LineRole> roles = roles(WideTable.of(stream), dates).keySet();
        boolean like = roles.contains(LineRole.ORDER)
                && (roles.contains(LineRole.ORDERED) || roles.contains(LineRole.DELIVERED))
                && (roles.contains(LineRole.AGREED) || roles.contains(LineRole.ACTUAL));
        return like
                ? Optional.of(ALL.stream()
                        .filter(role -> !roles.contains(role))
                        .map(LineRole::word)
                        .collect(Collectors.joining(", ")))
                : Optional.empty();
    }

    private static Optional<OrderTables> both(WideTable lines, WideTable deliveries, Optional<DayMonthOrder> dates) {
        Map<LineRole, ColumnProfile> ofLines = roles(lines, dates);
        Map<LineRole, ColumnProfile> ofDeliveries = roles(deliveries, dates);
        boolean found = isOwn(lines, ofLines, OF_A_LINE)
                && ofLines.containsKey(LineRole.AGREED)
                && isOwn(deliveries, ofDeliveries, OF_A_DELIVERY)
                && ofDeliveries.containsKey(LineRole.ACTUAL);
        return found ? Optional.of(new OrderTables(lines, ofLines, deliveries, ofDeliveries)) : Optional.empty();
    }

    private static WideTable without(SampledStream base, SampledStream other, List<SampledStream> streams) {
        return WideTable.of(
                base, streams.stream().filter(each -> !each.equals(other)).toList());
    }

    private static boolean isOwn(WideTable table, Map<LineRole, ColumnProfile> roles, Set<LineRole> own) {
        return own.stream()
                .allMatch(role -> roles.containsKey(role)
                        && table.streamOf(roles.get(role)).equals(table.base().name()));
    }

    /** One column for each role that has one: a column of the table's own before one of a joined stream. */
    private static Map<LineRole, ColumnProfile> roles(WideTable table, Optional<DayMonthOrder> dates) {
        List<ColumnProfile> own = new ArrayList<>();
        List<ColumnProfile> joined = new ArrayList<>();
        Profiles.of(table.sample(), dates)
                .read()
                .forEach(each -> (table.streamOf(each).equals(table.base().name()) ? own : joined).add(each));
        Map<LineRole, ColumnProfile> roles = new EnumMap<>(LineRole.class);
        for (LineRole role : LineRole.values()) {
            role.best(own, each -> !roles.containsValue(each))
                    .or(() -> role.best(joined, each -> !roles.containsValue(each)))
                    .ifPresent(column -> roles.put(role, column));
        }

        return roles;
    }
}
