package com.opsatc.process.kpi.order;

import static java.util.Comparator.naturalOrder;

import com.opsatc.contract.figure.Tolerance;
import com.opsatc.kernel.outcome.DeliveredUnits;
import com.opsatc.kernel.outcome.Delivery;
import com.opsatc.kernel.outcome.DueWindow;
import com.opsatc.kernel.outcome.LineVerdict;
import com.opsatc.kernel.outcome.OnTimeBasis;
import com.opsatc.kernel.outcome.OrderLine;
import com.opsatc.kernel.outcome.Otif;
import com.opsatc.kernel.outcome.QuantityTolerance;
import com.opsatc.process.kpi.measure.KpiParams;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Lets the kernel judge order lines one by one: only conversion from attribute texts.
 *
 * <p>In: line, order, file, row, due, ordered, done, deliveries (at, file, row, quantity, key), key, value. Out: {@link OrderLines#SCHEMA}.
 */
final class LineJudgement extends EachLine {
    private static final long serialVersionUID = 1L;
    private static final int MILLI = 3;

    private final boolean byQuantity;
    private final Integer earlyDays;
    private final int lateDays;
    private final int underMilli;
    private final Integer overMilli;
    private final OnTimeBasis basis;

    LineJudgement(KpiParams params, boolean byQuantity, ZoneId zone, LocalDate asOf) {
        super(params.where(), zone, asOf);
        this.byQuantity = byQuantity;
        Tolerance tolerance = params.tolerance();
        this.earlyDays = tolerance.earlyDays();
        this.lateDays = tolerance.lateDays();
        this.underMilli = byQuantity ? ofWhole(tolerance.underPercent()) : 0;
        this.overMilli = tolerance.overPercent() == null ? null : ofWhole(tolerance.overPercent());
        this.basis = byQuantity
                ? OnTimeBasis.valueOf(tolerance.onTimeBy().toUpperCase(Locale.ROOT))
                : OnTimeBasis.COMPLETING;
    }

    @Override
    Row of(Row line, AttributeTimes times, long asOfUs) {
        String due = line.getString(4);
        DueWindow window = due == null ? null : window(due, times);
        Long ordered = line.isNullAt(5) ? null : Math.max(0, milli(line.getString(5)));
        // Of a line that is due later nothing but its completion is known, and that by the logical date.
        long placedUs = due == null ? 0 : Math.min(times.startUs(due), asOfUs);
        if (!byQuantity) {
            Long done = line.isNullAt(6) ? null : times.startUs(line.getString(6));
            LineVerdict verdict = Otif.onTimeOnly(window, ordered, done, asOfUs);
            return row(line, placedUs, List.of(), null, verdict, Optional.empty());
        }

        OrderLine promised = new OrderLine(window, ordered);
        List<Cited> cited = deliveries(line, times, asOfUs);
        List<Delivery> deliveries = cited.stream().map(Cited::delivery).toList();
        QuantityTolerance quantity = new QuantityTolerance(underMilli, overMilli);
        LineVerdict verdict = Otif.classify(promised, deliveries, quantity, basis, asOfUs);
        OptionalLong deciding = Otif.decidingUs(promised, deliveries, quantity, basis, asOfUs);
        Optional<DeliveredUnits> units = Otif.units(promised, deliveries, asOfUs);
        return row(line, placedUs, cited, deciding(cited, deciding), verdict, units);
    }

    private DueWindow window(String due, AttributeTimes times) {
        long toUs = times.endUs(due, lateDays);
        return earlyDays == null ? DueWindow.until(toUs) : new DueWindow(times.startUs(due, -earlyDays), toUs);
    }

    /** Thousandths; a tolerance has at most one decimal. */
    private static int ofWhole(BigDecimal percent) {
        return percent.movePointRight(1).intValueExact();
    }

    private Row row(
            Row line,
            long placedUs,
            List<Cited> deliveries,
            Cited deciding,
            LineVerdict verdict,
            Optional<DeliveredUnits> known) {
        LineVerdict.Counted counted = verdict instanceof LineVerdict.Counted c ? c : null;
        DeliveredUnits units = counted == null ? null : known.orElse(null);
        String excluded = verdict instanceof LineVerdict.Excluded e ? e.reason().code() : null;
        boolean apart = deciding != null && !deciding.isRowOf(line);
        return RowFactory.create(
                line.getString(0),
                line.getString(1),
                line.getString(2),
                line.getLong(3),
                line.getString(8),
                apart ? deciding.file : null,
                apart ? deciding.row : null,
                apart ? deciding.key : null,
                others(line, deliveries, deciding),
                placedUs,
                excluded,
                counted != null && counted.onTime() ? 1L : 0L,
                counted != null && Boolean.TRUE.equals(counted.inFull()) ? 1L : 0L,
                counted != null && Boolean.TRUE.equals(counted.otif()) ? 1L : 0L,
                units == null ? 0 : units.orderedMilli(),
                units == null ? 0 : units.inTimeMilli(),
                units == null ? 0 : units.deliveredMilli(),
                line.isNullAt(9) ? null : milli(line.getString(9)));
    }

    /** What had arrived, by instant, then row; what arrived at no known instant comes last. */
    private List<Cited> deliveries(Row line, AttributeTimes times, long asOfUs) {
        if (line.isNullAt(7)) {
            return List.of();
        }

        List<Cited> deliveries = new ArrayList<>();
        for (Row delivery : line.<Row>getList(7)) {
            Long atUs = delivery.isNullAt(0) ? null : times.startUs(delivery.getString(0));
            if (atUs == null || atUs <= asOfUs) {
                Long quantity = delivery.isNullAt(3) ? null : milli(delivery.getString(3));
                deliveries.add(new Cited(
                        new Delivery(atUs, quantity),
                        delivery.getString(1),
                        delivery.getLong(2),
                        delivery.getString(4)));
            }
        }

        deliveries.sort(
                Comparator.comparing((Cited cited) -> cited.delivery.atUs(), Comparator.nullsLast(naturalOrder()))
                        .thenComparing(cited -> cited.file)
                        .thenComparingLong(cited -> cited.row));
        return deliveries;
    }

    /** The last row of the deciding instant; where none decides, the last row of all, and null when there are none. */
    private static Cited deciding(List<Cited> deliveries, OptionalLong us) {
        Cited last = null;
        for (Cited cited : deliveries) {
            if (us.isEmpty() || Objects.equals(cited.delivery.atUs(), us.getAsLong())) {
                last = cited;
            }
        }
        return last;
    }

    private static Row[] others(Row line, List<Cited> deliveries, Cited deciding) {
        return deliveries.stream()
                .filter(cited -> cited != deciding && !cited.isRowOf(line))
                .sorted(Comparator.comparing(Cited::file).thenComparingLong(Cited::row))
                .map(cited -> RowFactory.create(cited.file, cited.row, cited.key))
                .toArray(Row[]::new);
    }

    private long milli(String quantity) {
        try {
            return new BigDecimal(quantity)
                    .movePointRight(MILLI)
                    .setScale(0, RoundingMode.HALF_EVEN)
                    .longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw AttributeTimes.unusable(where, "a quantity");
        }
    }

    private record Cited(Delivery delivery, String file, long row, String key) {
        /** Whether the line itself says what was delivered. */
        boolean isRowOf(Row line) {
            return row == line.getLong(3) && file.equals(line.getString(2));
        }
    }
}
