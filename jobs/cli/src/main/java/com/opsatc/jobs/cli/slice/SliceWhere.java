package com.opsatc.jobs.cli.slice;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which members a slice is of: conditions that all hold, one a dimension and attribute.
 *
 * <pre>
 *   where     = condition {"and" condition}
 *   condition = dimension "=" value | dimension "in" value ".." value | dimension "in" "(" value {"," value} ")"
 *             | activity "before" activity
 *   dimension = "period" | "system" | "variant" | "object-type" | name of a declared attribute
 *   value     = week | month | year | word | text in double quotes
 * </pre>
 */
public final class SliceWhere {
    /** More say nothing that a reader keeps in mind, and every part that they leave over is looked at. */
    private static final int MOST = 5;

    private static final String BEFORE = "before";
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

    /** Whether it asks what happened in a member's case. */
    boolean isOfCases() {
        return terms.stream().anyMatch(term -> term.kind().isOfCases());
    }

    List<SliceTerm> terms() {
        return terms;
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
            if (terms.size() > MOST) {
                throw new SliceSyntaxException(
                        terms.get(MOST).position(), "a slice has at most " + MOST + " conditions");
            }

            terms.sort(Comparator.comparing(SliceTerm::kind).thenComparing(SliceTerm::text));
            return new SliceWhere(terms);
        }

        private SliceTerm term(List<SliceTerm> before) {
            SliceWord name = next();
            SliceTerm term = peek().is(BEFORE) && name.isValue() ? before(name) : term(name);
            if (before.stream().anyMatch(other -> other.name().equals(term.name()))) {
                throw new SliceSyntaxException(name.position(), "this condition is there already");
            }

            return term;
        }

        private SliceTerm before(SliceWord first) {
            next();
            return SliceDimension.BEFORE.oneOf(first, List.of(value()));
        }

        private SliceTerm term(SliceWord name) {
            SliceDimension dimension = dimension(name);
            if (peek().is("=")) {
                next();
                return dimension.oneOf(name, List.of(value()));
            }

            expect("in", "expected '=', 'in' or 'before'");
            return peek().is("(") ? dimension.oneOf(name, list()) : range(dimension, name);
        }

        private static SliceDimension dimension(SliceWord name) {
            if (name.quoted()
                    || !name.isValue()
                    || name.text().matches(PERSON)
                    || name.text().matches(MEMBER)) {
                throw new SliceSyntaxException(name.position(), unknown(name));
            }

            return SliceDimension.of(name.text()).orElse(SliceDimension.ATTRIBUTE);
        }

        private SliceTerm range(SliceDimension dimension, SliceWord name) {
            SliceWord first = value();
            expect("..", "expected '..' and where it ends, as in 2013-W10..2013-W20");
            return dimension.range(name, first, value());
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

        private static String unknown(SliceWord word) {
            String allowed = "expected " + SliceDimension.allowed();
            if (!word.quoted() && word.text().matches(PERSON)) {
                return "no figure is of a person; " + allowed;
            }

            return !word.quoted() && word.text().matches(MEMBER)
                    ? "one member is no slice, 'opsatc explain ID --all' lists them; " + allowed
                    : allowed;
        }
    }
}
