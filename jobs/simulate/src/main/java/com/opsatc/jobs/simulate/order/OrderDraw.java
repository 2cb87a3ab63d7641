package com.opsatc.jobs.simulate.order;

import com.opsatc.jobs.simulate.draw.Draws;
import com.opsatc.jobs.simulate.draw.Workdays;
import com.opsatc.jobs.simulate.order.Shipment.Item;
import com.opsatc.jobs.simulate.plant.OtifStep;
import com.opsatc.jobs.simulate.plant.Plants;
import com.opsatc.jobs.simulate.plant.SlowableStep;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Draws one order at a time: its lines, how it is shipped, and when. */
final class OrderDraw {
    private static final double LATE = 0.05;
    private static final double SHORT = 0.04;
    private static final double EARLY = 0.2;
    private static final double NO_DUE = 0.004;
    private static final long MILLI = 1000;

    private final Plants plants;
    private final Draws draws;

    OrderDraw(Plants plants, Draws draws) {
        this.plants = plants;
        this.draws = draws;
    }

    /** An order due on the working day: dated backwards from the day its goods leave. */
    Order due(LocalDate due) {
        LocalDate leaves = leaves(due);
        List<SimulatedLine> lines = lines(due);
        List<Shipment> shipments = new Shipping(draws, lines, due, leaves, failing(due, OtifStep.Kind.SHORT, SHORT))
                .shipments(day -> deliveryCreated(day));
        LocalDateTime first = shipments.stream()
                .map(Shipment::created)
                .min(LocalDateTime::compareTo)
                .orElseThrow();
        return new Order(orderCreated(first), lines, shipments);
    }

    /** An order created at that time, with one shipment that leaves on its due date. */
    Order created(LocalDateTime time) {
        LocalDate packed = Workdays.plus(time.toLocalDate(), draws.between(2, 4));
        LocalDate due = Workdays.plus(packed, draws.between(1, 3));
        SimulatedLine line = new SimulatedLine(1, material(), quantity(), Optional.of(due));
        Shipment whole = new Shipment(
                packed.atTime(9, draws.below(60)), due, Optional.of(due), List.of(new Item(1, line.orderedMilli())));
        return new Order(time, List.of(line), List.of(whole));
    }

    private LocalDate leaves(LocalDate due) {
        if (draws.chance(failing(due, OtifStep.Kind.LATE, LATE))) {
            return Workdays.plus(due, draws.between(1, 6));
        }

        return draws.chance(EARLY) ? Workdays.plus(due, -draws.between(1, 3)) : due;
    }

    private double failing(LocalDate due, OtifStep.Kind kind, double usual) {
        return plants.otifStep()
                .filter(step -> step.kind() == kind && !due.isBefore(step.from()))
                .map(step -> usual + step.drop())
                .orElse(usual);
    }

    private List<SimulatedLine> lines(LocalDate due) {
        List<SimulatedLine> lines = new ArrayList<>();
        int count = 1 + draws.weighted(0.45, 0.3, 0.15, 0.1);
        for (int position = 1; position <= count; position++) {
            Optional<LocalDate> lineDue = draws.chance(NO_DUE) ? Optional.empty() : Optional.of(due);
            lines.add(new SimulatedLine(position, material(), quantity(), lineDue));
        }

        return lines;
    }

    private String material() {
        return String.format(Locale.ROOT, "MAT-%05d", draws.between(1, 240));
    }

    private long quantity() {
        return MILLI * draws.between(2, 120);
    }

    private LocalDateTime deliveryCreated(LocalDate leaves) {
        double days = draws.logNormal(2.2, 0.45) * plants.factor(SlowableStep.GOODS_ISSUE, leaves);
        LocalDate day = Workdays.orBefore(leaves.minusDays(Math.max(1, (long) StrictMath.rint(days))));
        return day.atTime(draws.between(7, 16), draws.below(60), draws.below(60));
    }

    private LocalDateTime orderCreated(LocalDateTime firstDelivery) {
        double hours =
                draws.logNormal(54, 0.55) * plants.factor(SlowableStep.CREATE_DELIVERY, firstDelivery.toLocalDate());
        LocalDateTime created = firstDelivery.minusSeconds((long) (hours * 3600));
        boolean weekend = created.getDayOfWeek() == DayOfWeek.SATURDAY || created.getDayOfWeek() == DayOfWeek.SUNDAY;
        if (weekend && draws.chance(0.85)) {
            return Workdays.orBefore(created.toLocalDate()).atTime(created.toLocalTime());
        }

        return created;
    }
}
