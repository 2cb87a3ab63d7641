package com.opsatc.process.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The declared attributes of members by their place: a code of four bytes for each, since many members have few values.
 */
final class AttributeCodes {
    static final AttributeCodes NONE = new AttributeCodes(new TreeMap<>());
    private static final int NOT_RECORDED = -1;

    private final SortedMap<String, Coded> byName;

    private AttributeCodes(SortedMap<String, Coded> byName) {
        this.byName = byName;
    }

    SortedSet<String> names() {
        return new TreeSet<>(byName.keySet());
    }

    /** The value of a member; null where it is not recorded. */
    String value(String name, int member) {
        Coded coded = byName.get(name);
        int code = coded == null ? NOT_RECORDED : coded.codes[member];
        return code == NOT_RECORDED ? null : coded.values.get(code);
    }

    /** Those of some members, in the order given. */
    AttributeCodes only(int[] members) {
        SortedMap<String, Coded> only = new TreeMap<>();
        byName.forEach((name, coded) -> only.put(
                name,
                new Coded(
                        coded.values,
                        Arrays.stream(members)
                                .map(member -> coded.codes[member])
                                .toArray())));
        return new AttributeCodes(only);
    }

    /** Values by their code, and the code of each member. */
    private static final class Coded {
        private final List<String> values;
        private final int[] codes;

        Coded(List<String> values, int[] codes) {
            this.values = values;
            this.codes = codes;
        }
    }

    /** Collects members one by one, in their order. */
    static final class Builder {
        private final SortedMap<String, Column> columns = new TreeMap<>();

        void add(int member, Map<String, String> attributes) {
            attributes.forEach((name, value) ->
                    columns.computeIfAbsent(name, unknown -> new Column()).set(member, value));
        }

        AttributeCodes build(int members) {
            if (columns.isEmpty()) {
                return NONE;
            }

            SortedMap<String, Coded> byName = new TreeMap<>();
            columns.forEach((name, column) -> byName.put(name, column.coded(members)));
            return new AttributeCodes(byName);
        }
    }

    private static final class Column {
        private final Map<String, Integer> known = new HashMap<>();
        private final List<String> values = new ArrayList<>();
        private int[] codes = new int[0];

        void set(int member, String value) {
            reach(member + 1);
            codes[member] = known.computeIfAbsent(value, unknown -> {
                values.add(unknown);
                return values.size() - 1;
            });
        }

        private void reach(int members) {
            if (members > codes.length) {
                int filled = codes.length;
                codes = Arrays.copyOf(codes, Math.max(members, 2 * filled));
                Arrays.fill(codes, filled, codes.length, NOT_RECORDED);
            }
        }

        Coded coded(int members) {
            reach(members);
            return new Coded(List.copyOf(values), Arrays.copyOf(codes, members));
        }
    }
}
