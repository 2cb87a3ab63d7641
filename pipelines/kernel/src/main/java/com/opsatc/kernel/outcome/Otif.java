package com.opsatc.kernel.outcome;

import com.opsatc.kernel.outcome.LineVerdict.Counted;
import com.opsatc.kernel.outcome.LineVerdict.Excluded;
import com.opsatc.kernel.outcome.LineVerdict.Reason;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * On time, in full, and both, of one order line (definitions 2.1). With Q(x) the quantity delivered up to instant x:
 *
 * <ul>
 *   <li>complete at the first delivery with which Q reaches the ordered quantity less the under-delivery tolerance;
 *   <li>on time: that delivery lies in the window;
 *   <li>in full: Q at the window's end is enough, and the total does not exceed a declared over-delivery tolerance;
 *   <li>on time in full: the quantity delivered inside the window alone is enough, and the total not too much. What came
 *       before the window does not count, so a line can be on time and in full and still fail this.
 * </ul>
 *
 * <p>A line that is not complete fails once its window is over, and is not due yet before. Deliveries may be in any order;
 * those at one instant count together. Source: definitions 2.1; SCOR RL.2.1 and RL.2.2.
 *
 * <pre>
 *   ordered 10, window 5 to 8:  4 at 6, 6 at 8  ->  on time, in full, OTIF
 *                               4 at 4, 6 at 8  ->  on time, in full, not OTIF
 *                               4 at 6, 6 at 9  ->  none of them
 * </pre>
 */
public final class Otif {
    private Otif() {}

    /** Judges a line by what had been delivered at {@code asOfUs}; later deliveries are as yet unknown. */
    public static LineVerdict classify(
            OrderLine line, List<Delivery> deliveries, QuantityTolerance tolerance, long asOfUs) {
        Optional<Reason> excluded = exclusion(line);
        if (excluded.isPresent()) {
            return new Excluded(excluded.get());
        }

        DueWindow due = line.due();
        long ordered = line.orderedMilli();
        List<Delivery> known = deliveries.stream()
                .filter(delivery -> delivery.atUs() <= asOfUs)
                .sorted(Comparator.comparingLong(Delivery::atUs))
                .toList();
        Optional<Long> completeUs = completeUs(known, ordered, tolerance);
        if (completeUs.isEmpty() && asOfUs <= due.toUs()) {
            return new Excluded(Reason.NOT_DUE_YET);
        }

        boolean tooMuch = tolerance.tooMuch(quantity(known, Long.MIN_VALUE, asOfUs), ordered);
        return new Counted(
                completeUs.isPresent() && due.contains(completeUs.get()),
                !tooMuch && tolerance.enough(quantity(known, Long.MIN_VALUE, due.toUs()), ordered),
                !tooMuch && tolerance.enough(quantity(known, due.fromUs(), due.toUs()), ordered));
    }

    /**
     * On time only, where the extract has one delivered date and no delivered quantity: that date decides.
     *
     * @param deliveredUs null when the line was not delivered
     * @param orderedMilli null when unknown, which does not exclude the line here
     */
    public static LineVerdict onTimeOnly(DueWindow due, Long orderedMilli, Long deliveredUs, long asOfUs) {
        Optional<Reason> excluded =
                exclusion(new OrderLine(due, orderedMilli == null ? Long.valueOf(1) : orderedMilli));
        if (excluded.isPresent()) {
            return new Excluded(excluded.get());
        }

        boolean delivered = deliveredUs != null && deliveredUs <= asOfUs;
        if (!delivered && asOfUs <= due.toUs()) {
            return new Excluded(Reason.NOT_DUE_YET);
        }

        return new Counted(delivered && due.contains(deliveredUs), null, null);
    }

    private static Optional<Reason> exclusion(OrderLine line) {
        if (line.due() == null) {
            return Optional.of(Reason.NO_DUE);
        }

        if (line.orderedMilli() == null) {
            return Optional.of(Reason.NO_QUANTITY);
        }

        return line.orderedMilli() == 0 ? Optional.of(Reason.ZERO_QUANTITY) : Optional.empty();
    }

    private static Optional<Long> completeUs(List<Delivery> ordered, long orderedMilli, QuantityTolerance tolerance) {
        long quantity = 0;
        for (int i = 0; i < ordered.size(); i++) {
            quantity = Math.addExact(quantity, ordered.get(i).quantityMilli());
            boolean instantEnds = i + 1 == ordered.size()
                    || ordered.get(i + 1).atUs() != ordered.get(i).atUs();
            if (instantEnds && tolerance.enough(quantity, orderedMilli)) {
                return Optional.of(ordered.get(i).atUs());
            }
        }
        return Optional.empty();
    }

    private static long quantity(List<Delivery> deliveries, long fromUs, long toUs) {
        long quantity = 0;
        for (Delivery delivery : deliveries) {
            if (delivery.atUs() >= fromUs && delivery.atUs() <= toUs) {
                quantity = Math.addExact(quantity, delivery.quantityMilli());
            }
        }
        return quantity;
    }
}
