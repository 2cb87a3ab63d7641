package com.opsatc.contract.quality;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.figure.Excluded;
import com.opsatc.contract.figure.Humane;
import java.util.ArrayList;
import java.util.List;

/**
 * What one mapping of a connector made of the rows that it saw: rows = gave + those without, each with its reason.
 *
 * @param mapping as the connector has it, e.g. {@code event 2, Create delivery} or {@code object order-line}
 * @param rows rows of the stream that speak
 * @param gave rows that gave an event or object, or stand for one together with others
 * @param made events or objects made
 * @param without rows that gave nothing, by reason: {@link #LEFT_OUT}, {@link #NO_PARTNER}, {@link #NO_TIME} and others
 * @param joins how many rows looked for a partner and how many found one
 */
public record MappingCount(
        String source,
        String stream,
        String mapping,
        long rows,
        long gave,
        long made,
        List<Excluded> without,
        List<JoinCount> joins) {
    /** The mapping's condition leaves the row out. */
    public static final String LEFT_OUT = "left-out-by-condition";
    /** What the mapping needs stands in a joined record, and there is none. */
    public static final String NO_PARTNER = "no-partner";

    public static final String NO_CASE = "no-case";
    public static final String NO_ACTIVITY = "no-activity";
    /** The milestone was not reached. */
    public static final String NO_TIME = "no-time";

    public static final String NO_ID = "no-id";

    private static final List<String> ON_PURPOSE = List.of(LEFT_OUT, NO_TIME);
    private static final int NOTABLE = 100;

    public MappingCount {
        requireNonNull(source, "source");
        requireNonNull(stream, "stream");
        requireNonNull(mapping, "mapping");
        without = List.copyOf(without);
        joins = List.copyOf(joins);
        if (rows != gave + without.stream().mapToLong(Excluded::n).sum()) {
            throw new IllegalArgumentException("Invalid count of " + mapping + ": rows are lost between reasons");
        }
    }

    /**
     * What a reader must know, each a few words; empty when all is well. Told from one in a hundred on: rows that gave nothing
     * although nobody meant them to, and joins without partners; and a mapping that made nothing of any row.
     */
    public List<String> notable() {
        List<String> told = new ArrayList<>();
        String what = mapping.startsWith("object") ? "object" : "event";
        long lost = without.stream()
                .filter(each -> !ON_PURPOSE.contains(each.reason()))
                .mapToLong(Excluded::n)
                .sum();
        if (rows > 0 && gave == 0) {
            told.add(named() + "none of " + Humane.count(rows) + " rows gave an " + what + " (" + reasons(without)
                    + ")");
        } else if (isNotable(lost, rows)) {
            told.add(named() + Humane.count(lost) + " of " + Humane.count(rows) + " rows gave no " + what + " ("
                    + reasons(without.stream()
                            .filter(each -> !ON_PURPOSE.contains(each.reason()))
                            .toList())
                    + ")");
        }

        joins.stream()
                .filter(join -> isNotable(join.looked() - join.found(), join.looked()))
                .forEach(join -> told.add(named() + "the join with " + join.partner() + " found "
                        + Humane.count(join.found()) + " of " + Humane.count(join.looked())));
        return List.copyOf(told);
    }

    private String named() {
        return mapping + " from " + stream + ": ";
    }

    private static boolean isNotable(long n, long of) {
        return n > 0 && n * NOTABLE >= of;
    }

    private static String reasons(List<Excluded> reasons) {
        return String.join(
                ", ",
                reasons.stream()
                        .map(each ->
                                Humane.count(each.n()) + " " + each.reason().replace('-', ' '))
                        .toList());
    }

    /**
     * How a join fared.
     *
     * @param partner the joined stream, or {@code object} and the type that attributes of a KPI refer to
     * @param looked rows, left-out ones apart, that name a partner
     * @param found of these, how many have one
     * @param optional whether rows without one are usual
     */
    public record JoinCount(String partner, long looked, long found, boolean optional) {
        public JoinCount {
            requireNonNull(partner, "partner");
            if (found > looked) {
                throw new IllegalArgumentException("Invalid count of a join: more found than looked for");
            }
        }
    }
}
