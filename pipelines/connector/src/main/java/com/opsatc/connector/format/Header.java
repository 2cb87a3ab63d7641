package com.opsatc.connector.format;

import com.opsatc.contract.text.Nearest;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names of a file's columns, compared without upper and lower case, surrounding blanks and characters that cannot be seen;
 * blanks of any width are alike, and letters with marks however they are put together.
 */
public final class Header {
    /** Zero-width characters, byte order marks, directions: what cannot be seen cannot have been meant. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\s]]");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private final List<String> written;
    private final List<String> names;

    public Header(Collection<String> names) {
        this.written = List.copyOf(names);
        this.names = names.stream().map(Header::folded).toList();
    }

    int width() {
        return names.size();
    }

    /** The first of the wanted names that is not here. */
    Optional<String> missing(List<String> wanted) {
        return wanted.stream().filter(name -> !names.contains(folded(name))).findFirst();
    }

    /** @throws RefusedFile naming the first of the wanted names that is not here, and the one that is nearest to it */
    public void require(List<String> wanted) throws RefusedFile {
        Optional<String> missing = missing(wanted);
        if (missing.isPresent()) {
            List<String> near = Nearest.of(folded(missing.get()), names);
            throw new RefusedFile(
                    RefusedFile.MISSING_COLUMN,
                    near.isEmpty()
                            ? List.of(missing.get())
                            : List.of(missing.get(), written.get(names.indexOf(near.get(0)))));
        }
    }

    /** Position of each wanted name, -1 for one that is not here. */
    public int[] positions(List<String> wanted) throws RefusedFile {
        List<Integer> positions = new ArrayList<>();
        for (String name : wanted) {
            int first = names.indexOf(folded(name));
            if (first != names.lastIndexOf(folded(name))) {
                throw new RefusedFile(RefusedFile.AMBIGUOUS_COLUMN, List.of(name));
            }

            positions.add(first);
        }

        return positions.stream().mapToInt(Integer::intValue).toArray();
    }

    static String folded(String name) {
        String seen =
                UNSEEN.matcher(Normalizer.normalize(name, Normalizer.Form.NFC)).replaceAll("");
        return BLANKS.matcher(seen).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
