package com.opsatc.connector.infer;

import com.opsatc.connector.Classification;
import com.opsatc.connector.ColumnSpec;
import com.opsatc.connector.ColumnType;
import com.opsatc.connector.ValueParser;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the sampled texts of a column look like.
 *
 * @param filled rows with a text
 * @param distinct different texts among them
 * @param timeFormat the pattern under which all of them are instants
 * @param list whether all of them are lists of names
 */
record ColumnProfile(
        String header, int rows, int filled, int distinct, boolean numeric, Optional<String> timeFormat, boolean list) {
    private static final Pattern PERSON = Pattern.compile(
            "resource|user|employee|agent|owner|assign|person|e-?mail|org:|creator|customer|operator|worker|staff|manager|@@");
    private static final List<String> TIME_FORMATS = List.of(
            "iso",
            "dd.MM.yyyy HH:mm[:ss]",
            "dd-MM-yyyy HH:mm[:ss][.SSS]",
            "yyyy/MM/dd HH:mm[:ss][.SSS]",
            "dd/MM/yyyy HH:mm[:ss]",
            "MM/dd/yyyy HH:mm[:ss]",
            "yyyyMMddHHmmss",
            "d-MMM-yyyy HH:mm[:ss]",
            "d-MMM-yy");

    static ColumnProfile of(String header, List<String> texts) {
        List<String> filled = texts.stream().filter(text -> !text.isBlank()).toList();
        Set<String> distinct = new HashSet<>(filled);
        boolean any = !filled.isEmpty();
        return new ColumnProfile(
                header,
                texts.size(),
                filled.size(),
                distinct.size(),
                any && distinct.stream().allMatch(parser(ColumnType.DECIMAL, "iso")::accepts),
                TIME_FORMATS.stream()
                        .filter(format ->
                                any && distinct.stream().allMatch(parser(ColumnType.INSTANT, format)::accepts))
                        .findFirst(),
                any && distinct.stream().allMatch(parser(ColumnType.LIST, "iso")::accepts));
    }

    String name() {
        return header.strip().toLowerCase(Locale.ROOT);
    }

    boolean mayNameAPerson() {
        return PERSON.matcher(name()).find();
    }

    /** Whether texts repeat, as those that name cases or activities do. */
    boolean repeats() {
        return distinct > 1 && distinct < filled;
    }

    private static Texts parser(ColumnType type, String format) {
        ValueParser parser = ValueParser.of(
                new ColumnSpec(
                        "sampled",
                        List.of("sampled"),
                        type,
                        false,
                        List.of(format),
                        List.of(),
                        null,
                        List.of(),
                        null,
                        null,
                        "sampled",
                        Classification.NONE,
                        null),
                ZoneOffset.UTC);
        return text -> parser.parse(text).isPresent();
    }

    private interface Texts {
        boolean accepts(String text);
    }
}
