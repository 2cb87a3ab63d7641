package com.opsatc.jobs.cli.slice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What members may be parted by: the allow-list of slices. A further one is a constant here; records, cases, keys and people are
 * none, and no day, since that is finer than a week.
 */
enum SliceDimension {
    /** By the date that places a member: ISO weeks, months or years, from the first to the last. */
    PERIOD {
        @Override
        SliceTerm range(SliceWord name, SliceWord first, SliceWord last) {
            SlicePeriod from = SlicePeriod.parse(first);
            SlicePeriod to = SlicePeriod.parse(last);
            if (to.last().isBefore(from.first())) {
                throw new SliceSyntaxException(last.position(), "it ends before it begins");
            }

            String text = from.equals(to) ? "period = " + from.text() : "period in " + from.text() + ".." + to.text();
            return new SliceTerm(
                    this,
                    word(),
                    name.position(),
                    text,
                    List.of(SliceTerm.ofRow(row ->
                            !row.date().isBefore(from.first()) && !row.date().isAfter(to.last()))));
        }

        @Override
        SliceTerm oneOf(SliceWord name, List<SliceWord> values) {
            if (values.size() > 1) {
                throw new SliceSyntaxException(values.get(1).position(), "a period is one, or from..to");
            }

            return range(name, values.get(0), values.get(0));
        }
    },
    /** By the system of record, as the connector names it. */
    SYSTEM {
        @Override
        SliceTerm.Value value(SliceWord name, SliceWord value) {
            return SliceTerm.ofRow(row -> row.system().equals(value.text()));
        }
    },
    /** By the sequence of recorded activities of a member's case, one of the published ones. */
    VARIANT {
        @Override
        SliceTerm.Value value(SliceWord name, SliceWord value) {
            return names -> {
                String activities = names.variant(value);
                return member -> member.path().activities().equals(activities);
            };
        }
    },
    /** By the type of an object that an event of a member's case touches. */
    OBJECT_TYPE {
        @Override
        SliceTerm.Value value(SliceWord name, SliceWord value) {
            return names -> {
                int type = names.objectType(value);
                return member -> member.path().touches(type);
            };
        }
    },
    /** By an attribute that the connector declares of what members are; its name stands in place of this word. */
    ATTRIBUTE {
        @Override
        SliceTerm.Value value(SliceWord name, SliceWord value) {
            return SliceTerm.ofRow(row -> value.text().equals(row.attributes().get(name.text())));
        }
    },
    /** By two activities of a member's case, the one at any distance before the other. */
    BEFORE {
        @Override
        SliceTerm oneOf(SliceWord first, List<SliceWord> later) {
            SliceWord second = later.get(0);
            String text = quoted(first) + " before " + quoted(second);
            return new SliceTerm(this, text, first.position(), text, List.of(names -> {
                int from = names.activity(first);
                int to = names.activity(second);
                return member -> member.path().has(from, to);
            }));
        }
    };

    SliceTerm range(SliceWord name, SliceWord first, SliceWord last) {
        String written = this == ATTRIBUTE ? "A" : word();
        throw new SliceSyntaxException(
                first.position(), "only periods have an order; write " + written + " = S or " + written + " in (S, T)");
    }

    /** Any of some values, each once, in the order of their texts. */
    SliceTerm oneOf(SliceWord name, List<SliceWord> values) {
        TreeMap<String, SliceTerm.Value> tests = new TreeMap<>(Comparator.naturalOrder());
        values.forEach(value -> tests.putIfAbsent(quoted(value), value(name, value)));
        String text = String.join(", ", tests.keySet());
        String left = this == ATTRIBUTE ? name.text() : word();
        return new SliceTerm(
                this,
                left,
                name.position(),
                tests.size() == 1 ? left + " = " + text : left + " in (" + text + ")",
                new ArrayList<>(tests.values()));
    }

    SliceTerm.Value value(SliceWord name, SliceWord value) {
        throw new IllegalStateException(word() + " has no single values");
    }

    /** Whether it is about what happened in a member's case. */
    boolean isOfCases() {
        return this == VARIANT || this == OBJECT_TYPE || this == BEFORE;
    }

    /** As it is written. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Of a word that is one; what is none may be the name of an attribute. */
    static Optional<SliceDimension> of(String word) {
        return Arrays.stream(values())
                .filter(dimension -> dimension != ATTRIBUTE && dimension != BEFORE)
                .filter(dimension -> dimension.word().equals(word))
                .findFirst();
    }

    static String allowed() {
        return Arrays.stream(values())
                .filter(dimension -> dimension != ATTRIBUTE && dimension != BEFORE)
                .map(SliceDimension::word)
                .collect(Collectors.joining(", ", "", ", a declared attribute, or an activity and 'before'"));
    }

    private static String quoted(SliceWord word) {
        return "\"" + word.text() + "\"";
    }
}
