package com.opsatc.process.kpi.measure;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.figure.Tolerance;
import com.opsatc.process.evidence.ContributionTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a {@link Kpi} makes of a process. */
public sealed interface Measurement {
    /**
     * The members of its population.
     *
     * @param rows see {@link ContributionTable}
     * @param openKnown whether open members can be told from others; where not, none is {@code open}
     * @param counts boolean columns of {@code rows}: of how many counted or open members they hold is published beside
     *     the figure
     * @param tolerance what a member may be off and still be good; null where none bears on it
     * @param beside what was declared and stands beside the figure, such as a target
     * @param objects type of the objects that members are; null where they are cases
     */
    record Contributions(
            Dataset<Row> rows,
            boolean openKnown,
            List<FigureName> counts,
            Tolerance tolerance,
            Map<FigureName, BigDecimal> beside,
            String objects)
            implements Measurement {
        public Contributions {
            ContributionTable.require(rows);
            counts = List.copyOf(counts);
            beside = Map.copyOf(beside);
        }

        public Contributions(Dataset<Row> rows, boolean openKnown, List<FigureName> counts) {
            this(rows, openKnown, counts, null, Map.of(), null);
        }

        /** @param objects type of the objects that members are */
        public static Contributions within(Tolerance tolerance, String objects, Dataset<Row> rows) {
            return new Contributions(rows, /* openKnown= */ true, List.of(), tolerance, Map.of(), objects);
        }

        public static Contributions against(FigureName target, long us, Dataset<Row> rows) {
            return new Contributions(
                    rows, /* openKnown= */ true, List.of(), null, Map.of(target, BigDecimal.valueOf(us)), null);
        }

        /** The same members with further columns. */
        public Contributions with(Dataset<Row> more) {
            return new Contributions(more, openKnown, counts, tolerance, beside, objects);
        }

        public static Contributions of(Dataset<Row> rows) {
            return new Contributions(rows, /* openKnown= */ true, List.of());
        }
    }

    /** The extract cannot support it, for a reason that is told to the reader. */
    record NotMeasured(String reason) implements Measurement {
        public NotMeasured {
            requireNonNull(reason, "reason");
        }
    }
}
