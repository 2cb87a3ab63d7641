package com.opsatc.jobs.simulate.order;

import com.opsatc.jobs.simulate.draw.Draws;
import com.opsatc.jobs.simulate.plant.ClockChange;
import com.opsatc.jobs.simulate.plant.Plants;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Draws the orders of a tenant and shows them as an extract taken at the end sees them.
 *
 * <p>Orders are drawn by due date and dated backwards from it: an order enters when it is due in the simulated weeks or
 * later and was created before the extract was taken. The times between its steps are drawn independently of its due date,
 * so that neither end of the period favours short or long ones.
 */
public final class OrderBook {
    /** How far beyond the extract orders may be due and already created. */
    private static final int WEEKS_AHEAD = 10;
    /** The shop takes an order on the last evening: the newest instant of the extract. */
    private static final int LAST_ORDER_HOUR = 20;

    private OrderBook() {}

    public static List<Order> draw(
            long seed, LocalDate from, int weeks, int ordersPerWeek, Plants plants, List<ClockChange> clockChanges) {
        LocalDate lastDay = from.plusWeeks(weeks).minusDays(1);
        Draws draws = Draws.of(seed, "orders");
        OrderDraw order = new OrderDraw(plants, draws);
        List<Order> orders = new ArrayList<>();
        for (int week = 0; week < weeks + WEEKS_AHEAD; week++) {
            LocalDate monday = from.plusWeeks(week);
            for (int left = count(draws, ordersPerWeek); left > 0; left--) {
                orders.add(order.due(monday.plusDays(draws.weighted(1.1, 1.1, 1, 0.9, 0.9))));
            }
        }

        for (ClockChange change : clockChanges) {
            for (LocalDateTime time : change.times()) {
                orders.add(order.created(time));
            }
        }

        orders.add(order.created(lastDay.atTime(LAST_ORDER_HOUR, 0)));
        return orders.stream()
                .filter(o -> !o.created().toLocalDate().isAfter(lastDay))
                .map(o -> o.seenOn(lastDay))
                .sorted(Comparator.comparing(Order::created))
                .toList();
    }

    /** Roughly Poisson: normal with the variance of the mean, never below none. */
    private static int count(Draws draws, int mean) {
        return (int) Math.max(0, StrictMath.rint(mean + StrictMath.sqrt(mean) * draws.normal()));
    }
}
