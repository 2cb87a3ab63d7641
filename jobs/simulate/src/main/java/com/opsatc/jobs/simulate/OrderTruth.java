package com.opsatc.jobs.simulate;

import com.opsatc.jobs.simulate.Expectations.OrderFigures;
import com.opsatc.jobs.simulate.Expectations.Share;
import com.opsatc.jobs.simulate.order.LineOutcome;
import com.opsatc.jobs.simulate.order.Order;
import com.opsatc.jobs.simulate.order.Shipment;
import com.opsatc.jobs.simulate.order.SimulatedLine;
import com.opsatc.jobs.simulate.plant.OtifStep;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Figures of the orders as they were made up. */
final class OrderTruth {
    private final ZoneId zone;
    private final LocalDate lastDay;
    private final Optional<OtifStep> step;
    private final Map<LineOutcome, Long> outcomes = new EnumMap<>(LineOutcome.class);
    private final PlainFollows steps = new PlainFollows();
    private long orders;
    private final long[] before = new long[2];
    private final long[] after = new long[2];
    private long partialLines;
    private final List<List<LineOutcome>> countedOrders = new ArrayList<>();

    private OrderTruth(ZoneId zone, LocalDate lastDay, Optional<OtifStep> step) {
        this.zone = zone;
        this.lastDay = lastDay;
        this.step = step;
    }

    static OrderTruth of(List<Order> orders, ZoneId zone, LocalDate lastDay, Optional<OtifStep> step) {
        OrderTruth truth = new OrderTruth(zone, lastDay, step);
        orders.forEach(truth::add);
        return truth;
    }

    PlainFollows steps() {
        return steps;
    }

    private void add(Order order) {
        List<PlainFollows.Event> events = new ArrayList<>();
        events.add(new PlainFollows.Event(order.created().atZone(zone).toInstant(), "Create order"));
        for (Shipment shipment : order.shipments()) {
            events.add(new PlainFollows.Event(shipment.created().atZone(zone).toInstant(), "Create delivery"));
            shipment.goodsIssue()
                    .ifPresent(day -> events.add(
                            new PlainFollows.Event(day.atStartOfDay(zone).toInstant(), "Post goods issue")));
        }

        steps.add(events);
        orders++;
        List<LineOutcome> counted = new ArrayList<>();
        for (SimulatedLine line : order.lines()) {
            LineOutcome outcome = LineOutcome.of(line, order.shipments(), lastDay);
            outcomes.merge(outcome, 1L, Long::sum);
            partialLines += shipmentsOf(order, line) > 1 ? 1 : 0;
            if (outcome.counted()) {
                counted.add(outcome);
                side(line, outcome);
            }
        }

        if (!counted.isEmpty()) {
            countedOrders.add(counted);
        }
    }

    private void side(SimulatedLine line, LineOutcome outcome) {
        boolean shifted = step.isPresent()
                && !line.due().orElseThrow().isBefore(step.get().from());
        long[] side = shifted ? after : before;
        side[0] += outcome.otif() ? 1 : 0;
        side[1]++;
    }

    private static long shipmentsOf(Order order, SimulatedLine line) {
        return order.shipments().stream()
                .filter(s -> s.goodsIssue().isPresent())
                .filter(s -> s.items().stream().anyMatch(item -> item.linePosition() == line.position()))
                .count();
    }

    OrderFigures figures() {
        return new OrderFigures(
                orders,
                steps.events(),
                outcomes.values().stream().mapToLong(Long::longValue).sum(),
                partialLines,
                lines(LineOutcome::onTime),
                lines(LineOutcome::inFull),
                lines(LineOutcome::otif),
                orders(LineOutcome::onTime),
                orders(LineOutcome::inFull),
                orders(LineOutcome::otif),
                outcomes.getOrDefault(LineOutcome.NO_DUE, 0L),
                outcomes.getOrDefault(LineOutcome.NOT_DUE_YET, 0L),
                share(before),
                share(after),
                steps.edges());
    }

    private Share lines(Predicate<LineOutcome> good) {
        long[] share = new long[2];
        outcomes.forEach((outcome, lines) -> {
            share[0] += outcome.counted() && good.test(outcome) ? lines : 0;
            share[1] += outcome.counted() ? lines : 0;
        });
        return new Share(share[0], share[1]);
    }

    /** Orders all of whose counted lines are good. */
    private Share orders(Predicate<LineOutcome> good) {
        long all = countedOrders.stream()
                .filter(lines -> lines.stream().allMatch(good))
                .count();
        return new Share(all, countedOrders.size());
    }

    private static BigDecimal share(long[] side) {
        return side[1] == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(side[0]).divide(BigDecimal.valueOf(side[1]), 6, RoundingMode.HALF_EVEN);
    }
}
