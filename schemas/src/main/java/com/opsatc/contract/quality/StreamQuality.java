package com.opsatc.contract.quality;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.id.Sha256;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which of a stream's rows speak, and why: what told a newer version of a record from an older one, what could not be told,
 * and which files stand aside.
 *
 * @param cursor the first of what tells versions apart: {@link #COLUMN}, {@link #DELIVERY}, {@link #LATEST_INSTANT}, or
 *     {@link #NONE}
 * @param files how many admitted files take part, and {@code dated} how many of them have a date of delivery
 * @param decided records whose versions differ, by what told them apart; what told none is absent
 * @param conflicts records whose versions differ and that nothing tells apart: one of them speaks, and every figure says so
 * @param redelivery what equal rows without a key in several files are, {@code overlap} or {@code append}; null for rows with
 *     a key
 * @param repeated rows without a key that another file holds too and that therefore count once
 * @param sameName {@code supersede} or {@code add}
 * @param superseded files that stand aside for a later one of their name
 * @param populations how many populations the source's extracts hold; 0 where none are declared
 */
public record StreamQuality(
        String source,
        String stream,
        String cursor,
        long files,
        long dated,
        Map<String, Long> decided,
        long conflicts,
        String redelivery,
        long repeated,
        String sameName,
        List<SupersededFile> superseded,
        long populations) {
    public static final String COLUMN = "column";
    public static final String DELIVERY = "delivery";
    public static final String LATEST_INSTANT = "latest-instant";
    public static final String NONE = "none";

    public StreamQuality {
        requireNonNull(source, "source");
        requireNonNull(stream, "stream");
        requireNonNull(cursor, "cursor");
        decided = Map.copyOf(new TreeMap<>(decided));
        requireNonNull(sameName, "sameName");
        superseded = List.copyOf(superseded);
    }

    /**
     * A file that stands aside.
     *
     * @param name under which both were delivered: tenant text, for display only
     * @param by the file that lies under the name now
     * @param rows of the earlier file; they are counted as duplicate
     */
    public record SupersededFile(Sha256 file, String name, Sha256 by, long rows) {
        public SupersededFile {
            requireNonNull(file, "file");
            requireNonNull(name, "name");
            requireNonNull(by, "by");
        }
    }
}
