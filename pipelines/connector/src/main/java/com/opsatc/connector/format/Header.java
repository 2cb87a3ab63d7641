package com.opsatc.connector.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Names of a file's columns, compared without upper and lower case and surrounding blanks. */
final class Header {
    private final List<String> names;

    Header(Collection<String> names) {
        this.names = names.stream().map(Header::folded).toList();
    }

    int width() {
        return names.size();
    }

    /** The first of the wanted names that is not here. */
    Optional<String> missing(List<String> wanted) {
        return wanted.stream().filter(name -> !names.contains(folded(name))).findFirst();
    }

    /** Position of each wanted name, -1 for one that is not here. */
    int[] positions(List<String> wanted) throws RefusedFile {
        List<Integer> positions = new ArrayList<>();
        for (String name : wanted) {
            int first = names.indexOf(folded(name));
            if (first != names.lastIndexOf(folded(name))) {
                throw new RefusedFile(RefusedFile.AMBIGUOUS_COLUMN + ":" + name);
            }

            positions.add(first);
        }

        return positions.stream().mapToInt(Integer::intValue).toArray();
    }

    static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
