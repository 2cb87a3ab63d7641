package com.opsatc.jobs.simulate.order;

import com.opsatc.jobs.simulate.draw.Draws;
import com.opsatc.jobs.simulate.draw.Workdays;
import com.opsatc.jobs.simulate.order.Shipment.Item;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Draws how the lines of one order are spread over shipments. */
final class Shipping {
    private static final double SPLIT_IN_TIME = 0.05;
    /** As often as not, so that on time, in full and both are three figures. */
    private static final double REST_NEVER_COMES = 0.5;

    private static final long MILLI = 1000;

    private final Draws draws;
    private final List<SimulatedLine> lines;
    private final LocalDate due;
    private final LocalDate leaves;
    private final double shortShare;

    Shipping(Draws draws, List<SimulatedLine> lines, LocalDate due, LocalDate leaves, double shortShare) {
        this.draws = draws;
        this.lines = lines;
        this.due = due;
        this.leaves = leaves;
        this.shortShare = shortShare;
    }

    /**
     * The main shipment; one before it with a first part of lines that still complete in time; one after the due date
     * with the rest of lines that were short.
     */
    List<Shipment> shipments(Function<LocalDate, LocalDateTime> created) {
        List<Item> before = new ArrayList<>();
        List<Item> main = new ArrayList<>();
        List<Item> rest = new ArrayList<>();
        for (SimulatedLine line : lines) {
            long ordered = line.orderedMilli();
            if (draws.chance(shortShare)) {
                long part = part(ordered);
                main.add(new Item(line.position(), part));
                rest.add(new Item(line.position(), ordered - part));
            } else if (draws.chance(SPLIT_IN_TIME)) {
                long part = part(ordered);
                before.add(new Item(line.position(), part));
                main.add(new Item(line.position(), ordered - part));
            } else {
                main.add(new Item(line.position(), ordered));
            }
        }

        List<Shipment> shipments = new ArrayList<>();
        add(shipments, before, Workdays.plus(leaves, -draws.between(1, 2)), created);
        add(shipments, main, leaves, created);
        boolean lost = draws.chance(REST_NEVER_COMES);
        LocalDate later = Workdays.plus(leaves.isAfter(due) ? leaves : due, draws.between(1, 6));
        add(shipments, lost ? List.of() : rest, later, created);
        return shipments;
    }

    private void add(
            List<Shipment> shipments, List<Item> items, LocalDate day, Function<LocalDate, LocalDateTime> created) {
        if (!items.isEmpty()) {
            shipments.add(new Shipment(created.apply(day), due, Optional.of(day), items));
        }
    }

    /** Between a third and four fifths of the quantity, in whole pieces, never all of it. */
    private long part(long orderedMilli) {
        long pieces = orderedMilli / MILLI;
        return MILLI * Math.max(1, Math.min(pieces - 1, (long) (pieces * draws.between(0.33, 0.8))));
    }
}
