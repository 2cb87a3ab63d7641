package com.opsatc.process.crosscheck;

import com.opsatc.contract.claim.LogView;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One entry of a document as SQL knows it.
 *
 * @param view as documents name it
 * @param objectType that the cases are in a view of objects; else empty
 * @param subject names, each after its length, so that no two sequences of names are one text
 * @param figures counts and microseconds, in the order of the script's columns; null for one that SQL does not tell
 */
record CheckedLine(String view, String objectType, String subject, List<Long> figures) {
    CheckedLine {
        figures = figures.stream().toList(); // keeps nulls
    }

    static CheckedLine of(LogView view, String objectType, List<String> names, Long... figures) {
        return new CheckedLine(
                view.symbol(), objectType == null ? "" : objectType, subject(names.stream()), Arrays.asList(figures));
    }

    /** What tells it from the others of its kind. */
    List<String> key() {
        return List.of(view, objectType, subject);
    }

    /** Whether SQL found the same, as far as it tells. */
    boolean matches(List<Long> again) {
        if (again == null || again.size() != figures.size()) {
            return false;
        }

        for (int i = 0; i < figures.size(); i++) {
            if (figures.get(i) != null && !figures.get(i).equals(again.get(i))) {
                return false;
            }
        }

        return true;
    }

    private static String subject(Stream<String> names) {
        StringBuilder subject = new StringBuilder();
        names.forEach(name -> subject.append(name.codePointCount(0, name.length()))
                .append(':')
                .append(name));
        return subject.toString();
    }
}
