package com.opsatc.telemetry.exact;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.telemetry.input.FileMark;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The exact days of the restricted zone.
 *
 * <p>Guarantee: a day is committed once, whole, and never changed; committing the same input again changes nothing, committing
 * another one is refused, so that a day can never be released twice from different data. After seven days the vectors are
 * deleted and only the fact stays.
 */
public final class ExactDays {
    private static final String EXACT = "exact";
    private static final String EXPIRED = "expired";
    private static final String SUFFIX = ".json";
    private static final int KEPT_DAYS = 7;

    private final RestrictedStore store;

    public ExactDays(RestrictedStore store) {
        this.store = requireNonNull(store, "store");
    }

    /**
     * Commits a day.
     *
     * @return whether it is new; false when the same input was committed before
     * @throws PipelineException (policy) when the day was committed from another input
     */
    public boolean commit(ExactDay day) {
        requireNonNull(day, "day");
        if (committed(day.day()).isEmpty()) {
            try {
                store.write(path(EXACT, day.day()), PaddedJson.of(day));
                return true;
            } catch (PipelineException e) {
                if (committed(day.day()).isEmpty()) {
                    throw e;
                }
                // Another ingest committed the day in the meantime: it decides like one that was there before.
            }
        }

        Committed before = committed(day.day()).orElseThrow();
        if (!before.inputSha256.equals(day.inputSha256()) || !before.exactSha256.equals(day.sha256())) {
            throw new PipelineException(
                    ErrorCode.POLICY_REFUSED,
                    "Cannot commit telemetry of " + day.day()
                            + ": the day was committed from another input, and a day is counted once; what came later"
                            + " counts on the next day");
        }

        return false;
    }

    /**
     * Whether a day was committed from just these files under this manifest.
     *
     * @param files in any order
     */
    public boolean isFrom(LocalDate day, Sha256 manifest, List<FileMark> files) {
        Optional<Committed> before = committed(day);
        return before.isPresent()
                && before.get().manifestSha256.equals(manifest)
                && before.get().files.equals(files.stream().sorted().toList());
    }

    /** Days whose vectors are there, ascending. */
    public List<LocalDate> days() {
        return days(EXACT).stream().toList();
    }

    /** Days that were committed and whose vectors are deleted, ascending. */
    public List<LocalDate> expired() {
        return days(EXPIRED).stream()
                .filter(day -> !store.exists(path(EXACT, day)))
                .toList();
    }

    /** The last day that was ever committed. */
    public Optional<LocalDate> last() {
        SortedSet<LocalDate> all = days(EXACT);
        all.addAll(days(EXPIRED));
        return all.isEmpty() ? Optional.empty() : Optional.of(all.last());
    }

    /** @throws PipelineException (not found) when the day was not committed, or its vectors are deleted */
    public ExactDay read(LocalDate day) {
        String path = path(EXACT, day);
        if (!store.exists(path)) {
            throw new PipelineException(
                    ErrorCode.NOT_FOUND,
                    "Cannot read exact telemetry of " + day + ": it was not committed, or is older than " + KEPT_DAYS
                            + " days");
        }

        return CanonicalJson.read(store.read(path), ExactDay.class);
    }

    /** What the ingests of all committed days have read, sorted. */
    public List<FileMark> known() {
        SortedSet<FileMark> marks = new TreeSet<>();
        days(EXACT).forEach(day -> marks.addAll(read(day).files()));
        days(EXPIRED).forEach(day -> marks.addAll(expired(day).files()));
        return List.copyOf(marks);
    }

    /**
     * What was read long ago: by ingests that committed a day more than seven days before.
     *
     * @param today the UTC day
     * @return each mark with the last such day; up to that day, all that was read with it is counted or refused for good
     */
    public SortedMap<FileMark, LocalDate> readLongAgo(LocalDate today) {
        SortedMap<FileMark, LocalDate> last = new TreeMap<>();
        days(EXPIRED).forEach(day -> expired(day).files().forEach(mark -> last.merge(mark, day, ExactDays::later)));
        for (LocalDate day : days(EXACT)) {
            ExactDay exact = read(day);
            if (isOver(exact, today)) {
                exact.files().forEach(mark -> last.merge(mark, day, ExactDays::later));
            }
        }
        return last;
    }

    /**
     * Deletes the vectors of days that were committed more than seven days before, released or not.
     *
     * @param today the UTC day
     * @return the days, ascending
     */
    public List<LocalDate> expire(LocalDate today) {
        List<LocalDate> deleted = new ArrayList<>();
        for (LocalDate day : days(EXACT)) {
            ExactDay exact = read(day);
            if (isOver(exact, today)) {
                // What stays is written first: a day is never forgotten, whenever the process ends.
                if (!store.exists(path(EXPIRED, day))) {
                    store.write(path(EXPIRED, day), CanonicalJson.write(ExpiredDay.of(exact)));
                }
                store.delete(path(EXACT, day));
                deleted.add(day);
            }
        }
        return deleted;
    }

    private static boolean isOver(ExactDay exact, LocalDate today) {
        return exact.committedOn().plusDays(KEPT_DAYS).isBefore(today);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private record Committed(Sha256 manifestSha256, Sha256 inputSha256, Sha256 exactSha256, List<FileMark> files) {}

    private Optional<Committed> committed(LocalDate day) {
        if (store.exists(path(EXACT, day))) {
            ExactDay exact = read(day);
            return Optional.of(
                    new Committed(exact.manifestSha256(), exact.inputSha256(), exact.sha256(), exact.files()));
        }
        if (store.exists(path(EXPIRED, day))) {
            ExpiredDay expired = expired(day);
            return Optional.of(new Committed(
                    expired.manifestSha256(), expired.inputSha256(), expired.exactSha256(), expired.files()));
        }

        return Optional.empty();
    }

    private ExpiredDay expired(LocalDate day) {
        return CanonicalJson.read(store.read(path(EXPIRED, day)), ExpiredDay.class);
    }

    private SortedSet<LocalDate> days(String folder) {
        SortedSet<LocalDate> days = new TreeSet<>();
        for (String path : store.list(folder)) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            days.add(LocalDate.parse(name.substring(0, name.length() - SUFFIX.length())));
        }
        return days;
    }

    private static String path(String folder, LocalDate day) {
        return folder + "/" + day + SUFFIX;
    }
}
