package com.opsatc.jobs.cli.slice;

import static java.util.Objects.requireNonNull;

import com.opsatc.evidence.EvidenceRow;
import java.util.List;
import java.util.function.Predicate;

/**
 * One condition of a slice, before it is known what the names in it stand for.
 *
 * @param kind what it is about
 * @param name what tells it from other conditions of a slice: there is one of each
 * @param position where it stands in what was written
 * @param text as it is written, always the same for the same condition
 * @param values one test a value that it allows; a member that passes any holds
 */
record SliceTerm(SliceDimension kind, String name, int position, String text, List<Value> values) {
    SliceTerm {
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
        requireNonNull(text, "text");
        values = List.copyOf(values);
    }

    /** One value that is allowed. */
    @FunctionalInterface
    interface Value {
        /** @throws SliceSyntaxException where a name of it stands for nothing */
        Predicate<SlicedMember> in(SliceNames names);
    }

    /** A value that is compared with what the row itself says. */
    static Value ofRow(Predicate<EvidenceRow> test) {
        return names -> member -> test.test(member.row());
    }
}
