package com.opsatc.kernel.visit;

import com.opsatc.kernel.figure.MinedLog;
import com.opsatc.kernel.log.ArrayLog;
import com.opsatc.kernel.log.Coding;
import com.opsatc.kernel.measure.ViewMeasures;
import com.opsatc.kernel.measure.period.Periods;

/** A pass that has the measures of every view, and no others. */
public record TestPass(int activities, Periods periods, CasePass pass, ViewMeasures measures) {
    public static TestPass of(int activities, long... periodStartsUs) {
        CasePass pass = new CasePass(activities);
        Periods periods = new Periods(periodStartsUs);
        return new TestPass(activities, periods, pass, ViewMeasures.in(pass, Coding.ACTIVITY, activities, periods));
    }

    public MinedLog mine(ArrayLog log) {
        return finish(state(log, 0, log.size()));
    }

    PassState state(ArrayLog log, int from, int to) {
        CaseVisitor visitor = new CaseVisitor(pass);
        visitor.visit(log.blocks(from, to));
        return visitor.state();
    }

    MinedLog finish(PassState state) {
        return measures.of(state.finish());
    }
}
