package com.opsatc.telemetry.exact;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.telemetry.input.FileMark;
import com.opsatc.telemetry.input.ReadCounts;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The exact vectors of one day, bounded but without noise: they never leave the restricted zone.
 *
 * @param inputSha256 digest of what the ingest read, of its days and of the manifest
 * @param committedOn the UTC day of the commit, from which the seven days are counted
 * @param files what was read; a later ingest counts none of it as late
 * @param vectors block to cells, in units
 * @param counts of the whole ingest, which may have covered several days
 */
public record ExactDay(
        LocalDate day,
        String manifestVersion,
        Sha256 manifestSha256,
        Sha256 inputSha256,
        LocalDate committedOn,
        List<FileMark> files,
        SortedMap<String, List<Long>> vectors,
        ReadCounts counts) {
    public ExactDay {
        requireNonNull(day, "day");
        requireNonNull(manifestVersion, "manifestVersion");
        requireNonNull(manifestSha256, "manifestSha256");
        requireNonNull(inputSha256, "inputSha256");
        requireNonNull(committedOn, "committedOn");
        files = files.stream().sorted().toList();
        SortedMap<String, List<Long>> copied = new TreeMap<>();
        vectors.forEach((block, cells) -> copied.put(block, List.copyOf(cells)));
        vectors = Collections.unmodifiableSortedMap(copied);
        requireNonNull(counts, "counts");
        if (!committedOn.isAfter(day)) {
            throw new IllegalArgumentException("Invalid exact day: it is committed when the day is over");
        }
    }

    /** Day, manifest and vectors, the same bytes for the same of them: what a release is drawn from, and from nothing else. */
    public byte[] released() {
        return CanonicalJson.write(new Released(day, manifestSha256, vectors));
    }

    /** The digest of {@link #released}; as confidential as the vectors, which can be guessed. */
    public Sha256 sha256() {
        return Sha256.of(released());
    }

    private record Released(LocalDate day, Sha256 manifestSha256, SortedMap<String, List<Long>> vectors) {}

    @Override
    public String toString() {
        return "ExactDay[" + day + "]";
    }
}
