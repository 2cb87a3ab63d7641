package com.opsatc.process.eventlog;

import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import com.opsatc.kernel.pairing.ActivityInstance;
import com.opsatc.kernel.pairing.InstancePairing;
import com.opsatc.kernel.pairing.PairedCase;
import com.opsatc.kernel.pairing.Rests;
import com.opsatc.kernel.pairing.Transition;
import com.opsatc.kernel.pairing.TransitionEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * From the events of each case to its activity instances and to what belongs to none; rows arrive with whole cases together
 * and in total order, as {@link #EVENT} has them.
 *
 * <p>Rows of both kinds have the columns of {@link #SCHEMA}: those of an instance have no reason, the others no position and
 * no instants.
 */
final class PairedRows implements MapPartitionsFunction<Row, Row> {
    static final String[] EVENT = {
        EventLog.CASE_KEY,
        EventLog.ACTIVITY,
        EventLog.ACTIVITY_LIFECYCLE,
        EventLog.START_US,
        EventLog.COMPLETE_US,
        EventLog.FILE,
        EventLog.ROW,
        EventLog.KEY,
        EventLog.SLOT
    };

    static final StructType SCHEMA = new StructType()
            .add(InstanceLog.REASON, StringType, true)
            .add(EventLog.CASE_KEY, LongType, false)
            .add(EventLog.POSITION, IntegerType, true)
            .add(EventLog.ACTIVITY, IntegerType, false)
            .add(EventLog.START_US, LongType, true)
            .add(EventLog.COMPLETE_US, LongType, true)
            .add(InstanceLog.SUSPENDED_US, LongType, true)
            .add(InstanceLog.RESTS, BinaryType, true)
            .add("aborted", BooleanType, true)
            .add("start_file", IntegerType, true)
            .add("start_row", LongType, true)
            .add(EventLog.FILE, IntegerType, false)
            .add(EventLog.ROW, LongType, false)
            .add(InstanceLog.START_KEY, StringType, true)
            .add(EventLog.KEY, StringType, true)
            .add(EventLog.SLOT, LongType, true);

    /** The total order of definitions 1.1; the place of the completing event is unique and follows source and event id. */
    private static final Comparator<ActivityInstance> ORDER = Comparator.comparing(ActivityInstance::completeUs)
            .thenComparing(instance -> instance.startUs() == null ? instance.completeUs() : instance.startUs())
            .thenComparing(ActivityInstance::lastPosition);

    private static final long serialVersionUID = 1L;
    private static final int SLOT = List.of(EVENT).indexOf(EventLog.SLOT);

    /** By code; an array, since it travels to the tasks. */
    private final Transition[] transitions;

    PairedRows(LogCodes codes) {
        transitions = Lifecycle.of(codes).toArray(new Transition[0]);
    }

    @Override
    public Iterator<Row> call(Iterator<Row> events) {
        return new Iterator<>() {
            private Row held = events.hasNext() ? events.next() : null;
            private Iterator<Row> paired = Collections.emptyIterator();

            @Override
            public boolean hasNext() {
                while (!paired.hasNext() && held != null) {
                    paired = paired(nextCase()).iterator();
                }
                return paired.hasNext();
            }

            @Override
            public Row next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }

                return paired.next();
            }

            private List<Row> nextCase() {
                List<Row> ofCase = new ArrayList<>();
                long caseKey = held.getLong(0);
                while (held != null && held.getLong(0) == caseKey) {
                    ofCase.add(held);
                    held = events.hasNext() ? events.next() : null;
                }
                return ofCase;
            }
        };
    }

    private List<Row> paired(List<Row> events) {
        List<TransitionEvent> read = new ArrayList<>(events.size());
        for (int i = 0; i < events.size(); i++) {
            Row event = events.get(i);
            Long startUs = event.isNullAt(3) ? null : (Long) event.getLong(3);
            read.add(new TransitionEvent(i, event.getInt(1), transitions[event.getInt(2)], startUs, event.getLong(4)));
        }

        PairedCase paired = InstancePairing.pair(read);
        List<Row> rows = new ArrayList<>();
        List<ActivityInstance> ended = paired.instances().stream()
                .filter(ActivityInstance::ended)
                .sorted(ORDER)
                .toList();
        for (int i = 0; i < ended.size(); i++) {
            rows.add(instance(events, ended.get(i), i + 1 == ended.size() ? ~i : i));
        }
        paired.instances().stream().filter(instance -> !instance.ended()).forEach(instance -> {
            String reason = instance.completeUs() == null ? InstanceLogs.OPEN : InstanceLogs.NEVER_BEGUN;
            rows.add(unpaired(events.get(instance.firstPosition()), reason));
        });
        paired.unmatched().forEach(position -> rows.add(unpaired(events.get(position), InstanceLogs.UNMATCHED)));
        return rows;
    }

    private static Row instance(List<Row> events, ActivityInstance instance, int position) {
        Row completion = events.get(instance.lastPosition());
        Row start = instance.startPosition() == null ? null : events.get(instance.startPosition());
        return RowFactory.create(
                null,
                completion.getLong(0),
                position,
                instance.activity(),
                instance.startUs(),
                instance.completeUs(),
                instance.suspendedUs(),
                Rests.bytes(instance.rests()),
                instance.aborted(),
                start == null ? null : start.getInt(5),
                start == null ? null : start.getLong(6),
                completion.getInt(5),
                completion.getLong(6),
                start == null ? null : start.getString(7),
                completion.getString(7),
                slot(start, completion));
    }

    /** Of what one began and another completed nobody can say who worked on it. */
    private static Long slot(Row start, Row completion) {
        Long completed = completion.isNullAt(SLOT) ? null : (Long) completion.getLong(SLOT);
        Long began = start == null ? completed : start.isNullAt(SLOT) ? null : (Long) start.getLong(SLOT);
        return Objects.equals(began, completed) ? completed : null;
    }

    private static Row unpaired(Row event, String reason) {
        return RowFactory.create(
                reason,
                event.getLong(0),
                null,
                event.getInt(1),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                event.getInt(5),
                event.getLong(6),
                null,
                null,
                null);
    }
}
