package com.opsatc.process.split;

import com.opsatc.contract.claim.SplitSegment.Kind;
import com.opsatc.kernel.segment.MixRate.Part;
import com.opsatc.process.evidence.CountedMembers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The segments that are told of an attribute: each value with members enough in both periods, the largest twelve; all else together.
 *
 * <p>What is told together has members enough as well, and two values or more: else the difference to the whole would tell of the
 * few that were left out. Where it has not, the smallest of the others join it.
 */
final class ValueCells {
    private static final int MOST = 12;
    private static final Part NOTHING = new Part(0, 0, 0, 0);

    private ValueCells() {}

    /** Largest first, all others last; fewer than two where there is nothing to tell apart, or most is not recorded. */
    static List<ValueCell> of(CountedMembers before, CountedMembers after, String attribute) {
        Map<String, Part> byValue = new HashMap<>();
        for (int i = 0; i < before.n(); i++) {
            byValue.merge(before.attribute(attribute, i), new Part(1, before.contribution(i), 0, 0), Part::plus);
        }
        for (int i = 0; i < after.n(); i++) {
            byValue.merge(after.attribute(attribute, i), new Part(0, 0, 1, after.contribution(i)), Part::plus);
        }

        Part unknown = byValue.getOrDefault(null, NOTHING);
        if (2 * unknown.nBefore() > before.n() || 2 * unknown.nAfter() > after.n()) {
            return List.of();
        }

        List<ValueCell> cells = new ArrayList<>();
        byValue.forEach(
                (value, part) -> cells.add(new ValueCell(value == null ? Kind.NOT_RECORDED : Kind.VALUE, value, part)));
        cells.sort(Comparator.comparingLong(ValueCell::members)
                .reversed()
                .thenComparing(ValueCell::value, Comparator.nullsLast(Comparator.naturalOrder())));
        return told(cells);
    }

    private static List<ValueCell> told(List<ValueCell> bySize) {
        List<ValueCell> alone = new ArrayList<>();
        List<ValueCell> together = new ArrayList<>();
        for (ValueCell cell : bySize) {
            (cell.small() || alone.size() == MOST ? together : alone).add(cell);
        }
        if (together.isEmpty()) {
            return alone;
        }

        ValueCell others = together.stream().skip(1).reduce(together.get(0), ValueCell::with);
        int values = together.size();
        while (!alone.isEmpty() && (values < 2 || others.small())) {
            others = others.with(alone.remove(alone.size() - 1));
            values++;
        }
        alone.add(others);
        return alone;
    }
}
