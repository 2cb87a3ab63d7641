package com.opsatc.process.eventlog;

import com.opsatc.kernel.pairing.ActiveTime;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/** The times for which a case's instances were worked on: from start to completion, rests cut out. */
final class ActiveSegments {
    private ActiveSegments() {}

    /** @param instances start, completion and rests of each instance of a case */
    static Tuple2<Long, Long> busyAndIdle(List<Row> instances) {
        LongStream.Builder starts = LongStream.builder();
        LongStream.Builder completes = LongStream.builder();
        for (Row instance : instances) {
            starts.add(instance.getLong(0));
            for (Row rest : instance.<Row>getList(2)) {
                completes.add(rest.getLong(0));
                starts.add(rest.getLong(1));
            }
            completes.add(instance.getLong(1));
        }

        ActiveTime time =
                ActiveTime.of(starts.build().toArray(), completes.build().toArray());
        return new Tuple2<>(time.busyUs(), time.idleUs());
    }
}
