package com.opsatc.process.waiting;

import com.opsatc.kernel.calendar.DurationClock;
import com.opsatc.kernel.measure.period.Periods;
import com.opsatc.kernel.waiting.CauseSweep;
import com.opsatc.kernel.waiting.CauseTotals;
import com.opsatc.kernel.waiting.SlotWork;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/**
 * Adds up the waiting time of a task's instances by transition and cause, and the queues that they make; rows arrive with all of a slot together, in the order of start
 * and completion, as {@link EnabledRows#SCHEMA} has them.
 */
final class CauseRows implements MapPartitionsFunction<Row, byte[]> {
    private static final int NOTHING = -1;
    private static final long serialVersionUID = 1L;

    private final DurationClock clock;
    private final Periods periods;

    CauseRows(DurationClock clock, Periods periods) {
        this.clock = clock;
        this.periods = periods;
    }

    @Override
    public Iterator<byte[]> call(Iterator<Row> rows) {
        CauseTotals totals = new CauseTotals(periods);
        SlotWork work = new SlotWork();
        List<Place> places = new ArrayList<>();
        Long slot = null;
        while (rows.hasNext()) {
            Row row = rows.next();
            Long next = row.isNullAt(0) ? null : (Long) row.getLong(0);
            if (slot != null && !slot.equals(next)) {
                close(work, places, totals);
            }

            slot = next;
            if (count(row, totals) && slot != null) {
                boolean enabled = !row.isNullAt(5);
                work.add(row.getInt(4), enabled ? row.getLong(5) : SlotWork.UNKNOWN, row.getLong(6), row.getLong(7));
                places.add(new Place(row.getLong(1), enabled ? row.getInt(3) : NOTHING, row.getInt(4)));
            }
        }

        close(work, places, totals);
        return List.of(totals.toBytes()).iterator();
    }

    /** Where an instance belongs. */
    private record Place(long caseKey, int source, int activity) {}

    /** False for one whose start is not known. */
    private static boolean count(Row row, CauseTotals totals) {
        if (row.isNullAt(6)) {
            totals.addWithoutStart();
            return false;
        }

        if (row.isNullAt(5)) {
            totals.addWithoutEnabling();
        } else {
            totals.addWait(row.getInt(3), row.getInt(4), row.getLong(6) - row.getLong(5));
            totals.queues().add(row.getInt(4), row.getLong(5), row.getLong(6));
        }

        return true;
    }

    private void close(SlotWork work, List<Place> places, CauseTotals totals) {
        CauseSweep.sweep(work, clock, (i, parts) -> {
            Place place = places.get(i);
            totals.addCauses(place.source(), place.activity(), parts, place.caseKey());
        });
        work.clear();
        places.clear();
    }
}
