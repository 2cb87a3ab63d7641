package com.opsatc.jobs.cli.slice;

import static java.util.Objects.requireNonNull;

import com.opsatc.evidence.EvidenceRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which members a slice is of: conditions that all hold, one a dimension.
 *
 * <pre>
 *   where     = condition {"and" condition}
 *   condition = dimension "=" value | dimension "in" value ".." value | dimension "in" "(" value {"," value} ")"
 *   dimension = "period" | "system"
 *   value     = week | month | year | word | text in double quotes
 * </pre>
 */
public final class SliceWhere {
    private static final String PERSON = "(?i).*(user|person|employee|agent|actor|resource|worker|operator|assignee).*";
    private static final String MEMBER = "(?i).*(case|record|key|row|order|ticket|_?id)";

    private final List<SliceTerm> terms;

    private SliceWhere(List<SliceTerm> terms) {
        this.terms = List.copyOf(terms);
    }

    /** @throws SliceSyntaxException that names the place, and what is allowed there */
    public static SliceWhere parse(String slice) {
        return new Parser(SliceWord.all(requireNonNull(slice, "slice"))).where();
    }

    boolean holds(EvidenceRow row) {
        return terms.stream().allMatch(term -> term.holds().test(row));
    }

    /** Whether it parts members by anything but when they were. */
    boolean isByMoreThanPeriod() {
        return terms.stream().anyMatch(term -> term.dimension() != SliceDimension.PERIOD);
    }

    /** The same text for slices of the same conditions, however they were written. */
    public String text() {
        return terms.stream().map(SliceTerm::text).collect(Collectors.joining(" and "));
    }

    @Override
    public String toString() {
        return text();
    }

    /** Reads words from the left to the right. */
    private static final class Parser {
        private final List<SliceWord> words;
        private int at;

        private Parser(List<SliceWord> words) {
            this.words = words;
        }

        private SliceWhere where() {
            List<SliceTerm> terms = new ArrayList<>();
            terms.add(term(terms));
            while (!peek().isEnd()) {
                expect("and", "expected 'and', or the end");
                terms.add(term(terms));
            }
            terms.sort(Comparator.comparing(SliceTerm::dimension));
            return new SliceWhere(terms);
        }

        private SliceTerm term(List<SliceTerm> before) {
            SliceWord name = next();
            SliceDimension dimension =
                    name.quoted() ? null : SliceDimension.of(name.text()).orElse(null);
            if (dimension == null) {
                throw new SliceSyntaxException(name.position(), unknown(name.text()));
            }

            if (before.stream().anyMatch(term -> term.dimension() == dimension)) {
                throw new SliceSyntaxException(name.position(), dimension.word() + " is there already");
            }

            if (peek().is("=")) {
                next();
                return dimension.oneOf(List.of(value()));
            }

            expect("in", "expected '=' or 'in'");
            return peek().is("(") ? dimension.oneOf(list()) : range(dimension);
        }

        private SliceTerm range(SliceDimension dimension) {
            SliceWord first = value();
            expect("..", "expected '..' and where it ends, as in 2013-W10..2013-W20");
            return dimension.range(first, value());
        }

        private List<SliceWord> list() {
            next();
            List<SliceWord> values = new ArrayList<>(List.of(value()));
            while (peek().is(",")) {
                next();
                values.add(value());
            }
            expect(")", "expected ',' or ')'");
            return values;
        }

        private SliceWord value() {
            SliceWord value = next();
            if (!value.isValue()) {
                throw new SliceSyntaxException(value.position(), "expected a value");
            }

            return value;
        }

        private void expect(String sign, String why) {
            SliceWord found = next();
            if (!found.is(sign)) {
                throw new SliceSyntaxException(found.position(), why);
            }
        }

        private SliceWord peek() {
            return words.get(at);
        }

        /** The end is read again and again. */
        private SliceWord next() {
            SliceWord word = words.get(at);
            at = Math.min(at + 1, words.size() - 1);
            return word;
        }

        private static String unknown(String word) {
            String allowed = "expected " + SliceDimension.allowed();
            if (word.matches(PERSON)) {
                return "no figure is of a person; " + allowed;
            }

            return word.matches(MEMBER)
                    ? "one member is no slice, 'opsatc explain ID --all' lists them; " + allowed
                    : allowed;
        }
    }
}
