package com.opsatc.jobs.cli.slice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What members may be parted by: the allow-list of slices. A further one is a constant here; records, cases, keys and people are
 * none, and no day, since that is finer than a week.
 */
enum SliceDimension {
    /** By the date that places a member: ISO weeks, months or years, from the first to the last. */
    PERIOD {
        @Override
        SliceTerm range(SliceWord first, SliceWord last) {
            SlicePeriod from = SlicePeriod.parse(first);
            SlicePeriod to = SlicePeriod.parse(last);
            if (to.last().isBefore(from.first())) {
                throw new SliceSyntaxException(last.position(), "it ends before it begins");
            }

            String text = from.equals(to) ? "period = " + from.text() : "period in " + from.text() + ".." + to.text();
            return new SliceTerm(
                    this,
                    text,
                    row -> !row.date().isBefore(from.first()) && !row.date().isAfter(to.last()));
        }

        @Override
        SliceTerm oneOf(List<SliceWord> values) {
            if (values.size() > 1) {
                throw new SliceSyntaxException(values.get(1).position(), "a period is one, or from..to");
            }

            return range(values.get(0), values.get(0));
        }
    },
    /** By the system of record, as the connector names it. */
    SYSTEM {
        @Override
        SliceTerm range(SliceWord first, SliceWord last) {
            throw new SliceSyntaxException(
                    first.position(), "systems have no order; write system = S or system in (S, T)");
        }

        @Override
        SliceTerm oneOf(List<SliceWord> values) {
            TreeSet<String> systems =
                    values.stream().map(SliceWord::text).collect(Collectors.toCollection(TreeSet::new));
            String text = systems.stream().map(system -> "\"" + system + "\"").collect(Collectors.joining(", "));
            return new SliceTerm(
                    this,
                    systems.size() == 1 ? "system = " + text : "system in (" + text + ")",
                    row -> systems.contains(row.system()));
        }
    };

    abstract SliceTerm range(SliceWord first, SliceWord last);

    abstract SliceTerm oneOf(List<SliceWord> values);

    /** As it is written. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<SliceDimension> of(String word) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.word().equals(word))
                .findFirst();
    }

    static String allowed() {
        return Arrays.stream(values()).map(SliceDimension::word).collect(Collectors.joining(" or "));
    }
}
