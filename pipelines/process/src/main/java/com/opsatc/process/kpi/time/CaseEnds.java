package com.opsatc.process.kpi.time;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;

import com.opsatc.connector.mapping.Ends;
import com.opsatc.process.kpi.measure.Measurement;
import com.opsatc.process.kpi.measure.ProcessInput;
import org.apache.spark.sql.Column;

/** Which events end a case, and which cases are closed by them. */
record CaseEnds(Ends ends) {
    /** A case that does not reach a milestone, in an extract that does not tell open cases from closed ones. */
    static final String NOT_REACHED = "not-reached";
    /** A closed case that did not reach a milestone. */
    static final String ENDED_OTHERWISE = "ended-otherwise";

    boolean known() {
        return ends.known();
    }

    /** Of what needs to know which cases are open, where that is not known. */
    Measurement cannotTell(ProcessInput in) {
        return new Measurement.NotMeasured(in.mapping().lacks("end of a case, so that open ones cannot be told"));
    }

    boolean lastEventDecides() {
        return ends.when() == Ends.When.LAST_EVENT;
    }

    /** Whether an event of the log is an end; never null. */
    Column marks() {
        return known() ? col("activity").isin(ends.activities().toArray()) : lit(false);
    }

    /** Whether a case is closed, as an aggregate of its events; true where that is not known. */
    Column closed() {
        if (!known()) {
            return max(lit(true));
        }

        return lastEventDecides() ? max_by(marks(), col("position")) : max(marks());
    }
}
