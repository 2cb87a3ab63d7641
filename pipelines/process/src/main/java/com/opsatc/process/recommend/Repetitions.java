package com.opsatc.process.recommend;

import com.opsatc.contract.advice.Sign;
import com.opsatc.kernel.statistics.Quantile;
import com.opsatc.process.evidence.CountedMembers;
import com.opsatc.process.recommend.effect.HeldPassages;
import com.opsatc.process.recommend.effect.SavedBands;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Repetitions as an opportunity: all of their time, or what the longer half takes beyond the median. */
final class Repetitions {
    private Repetitions() {}

    /** @param most how many there are at most */
    static Opportunity opportunity(
            Considered in, Sign sign, List<String> subjects, Dataset<Row> repetitions, long most) {
        HeldPassages passages = new HeldPassages(in.looked().process(), sign, repetitions, most);
        CountedMembers members = passages.all().members();
        long median = members.n() == 0 ? 0 : Quantile.type7(members.contributions(), 1, 2);
        return new PassageOpportunity(
                in,
                new ShownSign(sign, subjects, /* measure= */ null, /* cause= */ null),
                passages,
                SavedBands.above(median, 0),
                Grounds.NONE,
                lever -> Watches.ofRepetitions(in, members.n(), lever));
    }
}
