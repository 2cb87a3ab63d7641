package com.opsatc.kernel.outcome;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** The known deliveries of a line by instant; those of one instant count together. */
final class Deliveries {
    private final NavigableMap<Long, Long> milliByUs = new TreeMap<>();

    /** @param dated each with an instant and a quantity */
    Deliveries(List<Delivery> dated, long asOfUs) {
        for (Delivery delivery : dated) {
            if (delivery.atUs() <= asOfUs) {
                milliByUs.merge(delivery.atUs(), delivery.quantityMilli(), Math::addExact);
            }
        }
    }

    long total() {
        return sum(milliByUs);
    }

    long within(DueWindow window) {
        return sum(milliByUs.subMap(window.fromUs(), true, window.toUs(), true));
    }

    /** The instant of the delivery that says whether the line was on time; empty when nothing arrived. */
    OptionalLong decidingUs(OnTimeBasis basis, long orderedMilli, QuantityTolerance tolerance) {
        return switch (basis) {
            case FIRST -> arrivals().findFirst();
            case LAST -> arrivals().max();
            case COMPLETING ->
                tolerance.enough(total(), orderedMilli)
                        ? completingUs(orderedMilli, tolerance)
                        : arrivals().max();
        };
    }

    private OptionalLong completingUs(long orderedMilli, QuantityTolerance tolerance) {
        long quantity = 0;
        for (Map.Entry<Long, Long> delivery : milliByUs.entrySet()) {
            quantity = Math.addExact(quantity, delivery.getValue());
            if (tolerance.enough(quantity, orderedMilli)) {
                return OptionalLong.of(delivery.getKey());
            }
        }
        return OptionalLong.empty();
    }

    /** Instants at which something arrived, ascending: a return is no delivery, and neither is nothing. */
    private LongStream arrivals() {
        return milliByUs.entrySet().stream()
                .filter(delivery -> delivery.getValue() > 0)
                .mapToLong(Map.Entry::getKey);
    }

    private static long sum(Map<Long, Long> deliveries) {
        return deliveries.values().stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
    }
}
