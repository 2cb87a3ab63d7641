package com.opsatc.jobs.report;

import com.opsatc.jobs.report.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A finding's sentence with its subjects put in, as parts: the platform's words, and the tenant's, which the page sets
 * apart. A place without a subject stays as it is written.
 */
record Statement(List<Part> parts) {
    private static final Pattern PLACE = Pattern.compile("\\{subject\\.([0-9]{1,2})}");

    record Part(String text, boolean tenantText) {}

    /** The sentence as one text. */
    String text() {
        return parts.stream().map(Part::text).collect(Collectors.joining());
    }

    static Statement of(String sentence, List<String> subjects) {
        List<Part> parts = new ArrayList<>();
        String text = Words.sentence(sentence);
        Matcher place = PLACE.matcher(text);
        int from = 0;
        while (place.find()) {
            int subject = Integer.parseInt(place.group(1));
            if (subject < 1 || subject > subjects.size()) {
                continue;
            }
            if (place.start() > from) {
                parts.add(new Part(text.substring(from, place.start()), false));
            }
            parts.add(new Part(Words.name(subjects.get(subject - 1)), true));
            from = place.end();
        }
        if (from < text.length()) {
            parts.add(new Part(text.substring(from), false));
        }

        return new Statement(List.copyOf(parts));
    }
}
