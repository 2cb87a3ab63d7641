package com.opsatc.kernel.outcome;

import com.opsatc.kernel.outcome.LineVerdict.Counted;
import com.opsatc.kernel.outcome.LineVerdict.Excluded;
import com.opsatc.kernel.outcome.LineVerdict.Reason;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * On time, in full, and both, of one order line (definitions 2.1). The two halves are judged apart:
 *
 * <ul>
 *   <li>on time: the deciding delivery lies in the window, however much it brought. It is the one that makes the line
 *       complete, the last one where none does, or as the basis says; a line without any delivery is late;
 *   <li>in full: what was delivered so far, whenever, reaches the ordered quantity less the under-delivery tolerance, and
 *       does not exceed a declared over-delivery tolerance;
 *   <li>on time in full: the quantity delivered inside the window alone is enough, and the line is in full and on time by
 *       its completing delivery. What came before the window does not count, so a line can be on time and in full and still
 *       fail this; what was complete too early, or was sent back later, does not pass for it either.
 * </ul>
 *
 * <p>A line that is not complete counts once its window is over, and is not due yet before. Deliveries may be in any order;
 * those at one instant count together. Source: definitions 2.1; SCOR RL.2.1 and RL.2.2.
 *
 * <pre>
 *   ordered 10, window 5 to 8:  4 at 6, 6 at 8  ->  on time, in full, OTIF
 *                               4 at 4, 6 at 8  ->  on time, in full, not OTIF
 *                               4 at 6, 6 at 9  ->  in full
 *                               9 at 6          ->  on time
 *                               9 at 9          ->  none of them
 * </pre>
 */
public final class Otif {
    private Otif() {}

    /** Judges a line by what had been delivered at {@code asOfUs}; later deliveries are as yet unknown. */
    public static LineVerdict classify(
            OrderLine line, List<Delivery> deliveries, QuantityTolerance tolerance, OnTimeBasis basis, long asOfUs) {
        List<Delivery> known = known(deliveries, asOfUs);
        Optional<Reason> excluded = exclusion(line, known);
        if (excluded.isPresent()) {
            return new Excluded(excluded.get());
        }

        DueWindow due = line.due();
        long ordered = line.orderedMilli();
        Deliveries dated = new Deliveries(known, asOfUs);
        boolean complete = tolerance.enough(dated.total(), ordered);
        if (!complete && asOfUs <= due.toUs()) {
            return new Excluded(Reason.NOT_DUE_YET);
        }

        boolean inFull = complete && !tolerance.tooMuch(dated.total(), ordered);
        boolean otif = inFull
                && contains(due, dated.decidingUs(OnTimeBasis.COMPLETING, ordered, tolerance))
                && tolerance.enough(dated.within(due), ordered);
        return new Counted(contains(due, dated.decidingUs(basis, ordered, tolerance)), inFull, otif);
    }

    /**
     * The instant of the delivery that says whether a line was on time; empty when nothing arrived, and when the line or one
     * of its deliveries is too little known to be judged.
     */
    public static OptionalLong decidingUs(
            OrderLine line, List<Delivery> deliveries, QuantityTolerance tolerance, OnTimeBasis basis, long asOfUs) {
        List<Delivery> known = known(deliveries, asOfUs);
        return exclusion(line, known).isPresent()
                ? OptionalLong.empty()
                : new Deliveries(known, asOfUs).decidingUs(basis, line.orderedMilli(), tolerance);
    }

    /** How much of a line came; empty when the line or one of its deliveries is too little known to be judged. */
    public static Optional<DeliveredUnits> units(OrderLine line, List<Delivery> deliveries, long asOfUs) {
        List<Delivery> known = known(deliveries, asOfUs);
        return exclusion(line, known).isPresent()
                ? Optional.empty()
                : Optional.of(DeliveredUnits.of(line.orderedMilli(), line.due(), new Deliveries(known, asOfUs)));
    }

    /**
     * On time only, where the extract has one delivered date and no delivered quantity: that date decides.
     *
     * @param deliveredUs null when the line was not delivered
     * @param orderedMilli null when unknown, which does not exclude the line here
     */
    public static LineVerdict onTimeOnly(DueWindow due, Long orderedMilli, Long deliveredUs, long asOfUs) {
        Optional<Reason> excluded =
                exclusion(new OrderLine(due, orderedMilli == null ? Long.valueOf(1) : orderedMilli), List.of());
        if (excluded.isPresent()) {
            return new Excluded(excluded.get());
        }

        boolean delivered = deliveredUs != null && deliveredUs <= asOfUs;
        if (!delivered && asOfUs <= due.toUs()) {
            return new Excluded(Reason.NOT_DUE_YET);
        }

        return new Counted(delivered && due.contains(deliveredUs), null, null);
    }

    /** Those that had arrived, and those of unknown date that brought something. */
    private static List<Delivery> known(List<Delivery> deliveries, long asOfUs) {
        return deliveries.stream()
                .filter(delivery -> delivery.atUs() == null ? brought(delivery) : delivery.atUs() <= asOfUs)
                .toList();
    }

    private static boolean brought(Delivery undated) {
        return undated.quantityMilli() != null && undated.quantityMilli() != 0;
    }

    private static Optional<Reason> exclusion(OrderLine line, List<Delivery> known) {
        if (line.due() == null) {
            return Optional.of(Reason.NO_DUE);
        }

        if (line.orderedMilli() == null || known.stream().anyMatch(delivery -> delivery.quantityMilli() == null)) {
            return Optional.of(Reason.NO_QUANTITY);
        }

        if (line.orderedMilli() == 0) {
            return Optional.of(Reason.ZERO_QUANTITY);
        }

        return known.stream().anyMatch(delivery -> delivery.atUs() == null)
                ? Optional.of(Reason.NO_DELIVERY_DATE)
                : Optional.empty();
    }

    private static boolean contains(DueWindow due, OptionalLong us) {
        return us.isPresent() && due.contains(us.getAsLong());
    }
}
