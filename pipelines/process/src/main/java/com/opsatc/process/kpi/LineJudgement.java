package com.opsatc.process.kpi;

import com.opsatc.kernel.outcome.Delivery;
import com.opsatc.kernel.outcome.DueWindow;
import com.opsatc.kernel.outcome.LineVerdict;
import com.opsatc.kernel.outcome.OrderLine;
import com.opsatc.kernel.outcome.Otif;
import com.opsatc.kernel.outcome.QuantityTolerance;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Lets the kernel judge order lines one by one: only conversion from attribute texts.
 *
 * <p>In: line, order, file, row, due, ordered, done, deliveries (at, file, row, quantity). Out: {@link OrderLines#SCHEMA}.
 */
final class LineJudgement implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1L;
    private static final int MILLI = 3;

    private final String where;
    private final boolean byQuantity;
    private final String zone;
    private final LocalDate asOf;

    LineJudgement(KpiParams params, boolean byQuantity, ZoneId zone, LocalDate asOf) {
        this.where = params.where();
        this.byQuantity = byQuantity;
        this.zone = zone.getId();
        this.asOf = asOf;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> lines) {
        AttributeTimes times = new AttributeTimes(where, ZoneId.of(zone));
        long asOfUs = times.endUs(asOf.toString());
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return lines.hasNext();
            }

            @Override
            public Row next() {
                return judged(lines.next(), times, asOfUs);
            }
        };
    }

    private Row judged(Row line, AttributeTimes times, long asOfUs) {
        String due = line.getString(4);
        DueWindow window = due == null ? null : DueWindow.until(times.endUs(due));
        Long ordered = line.isNullAt(5) ? null : Math.max(0, milli(line.getString(5)));
        List<Cited> deliveries = deliveries(line, times, asOfUs);
        LineVerdict verdict = byQuantity
                ? Otif.classify(
                        new OrderLine(window, ordered),
                        deliveries.stream().map(Cited::delivery).toList(),
                        QuantityTolerance.NONE,
                        asOfUs)
                : Otif.onTimeOnly(window, ordered, line.isNullAt(6) ? null : times.startUs(line.getString(6)), asOfUs);
        return row(line, due == null ? 0 : times.startUs(due), deliveries, deciding(deliveries, ordered), verdict);
    }

    private static Row row(Row line, long dueUs, List<Cited> deliveries, Cited deciding, LineVerdict verdict) {
        LineVerdict.Counted counted = verdict instanceof LineVerdict.Counted c ? c : null;
        String excluded = verdict instanceof LineVerdict.Excluded e ? e.reason().code() : null;
        return RowFactory.create(
                line.getString(0),
                line.getString(1),
                line.getString(2),
                line.getLong(3),
                deciding == null ? null : deciding.file,
                deciding == null ? null : deciding.row,
                others(deliveries, deciding),
                dueUs,
                excluded,
                counted != null && counted.onTime() ? 1L : 0L,
                counted != null && Boolean.TRUE.equals(counted.inFull()) ? 1L : 0L,
                counted != null && Boolean.TRUE.equals(counted.otif()) ? 1L : 0L);
    }

    private List<Cited> deliveries(Row line, AttributeTimes times, long asOfUs) {
        if (line.isNullAt(7)) {
            return List.of();
        }

        List<Cited> deliveries = new ArrayList<>();
        for (Row delivery : line.<Row>getList(7)) {
            long atUs = times.startUs(delivery.getString(0));
            if (atUs <= asOfUs) {
                deliveries.add(new Cited(
                        new Delivery(atUs, milli(delivery.getString(3))), delivery.getString(1), delivery.getLong(2)));
            }
        }

        deliveries.sort(Comparator.comparingLong((Cited cited) -> cited.delivery.atUs())
                .thenComparing(cited -> cited.file)
                .thenComparingLong(cited -> cited.row));
        return deliveries;
    }

    /** The delivery that makes the line complete, else the last one; null when there are none. */
    private static Cited deciding(List<Cited> deliveries, Long ordered) {
        long quantity = 0;
        for (Cited cited : deliveries) {
            quantity = Math.addExact(quantity, cited.delivery.quantityMilli());
            if (ordered != null && quantity >= ordered) {
                return cited;
            }
        }
        return deliveries.isEmpty() ? null : deliveries.get(deliveries.size() - 1);
    }

    private static Row[] others(List<Cited> deliveries, Cited deciding) {
        return deliveries.stream()
                .filter(cited -> cited != deciding)
                .sorted(Comparator.comparing(Cited::file).thenComparingLong(Cited::row))
                .map(cited -> RowFactory.create(cited.file, cited.row))
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

    private record Cited(Delivery delivery, String file, long row) {}
}
