package com.opsatc.telemetry.ingest;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.telemetry.aggregate.Aggregator;
import com.opsatc.telemetry.aggregate.Days;
import com.opsatc.telemetry.aggregate.ExactVectors;
import com.opsatc.telemetry.aggregate.Request;
import com.opsatc.telemetry.aggregate.Runner;
import com.opsatc.telemetry.exact.ExactDay;
import com.opsatc.telemetry.exact.ExactDays;
import com.opsatc.telemetry.input.FileMark;
import com.opsatc.telemetry.input.IngestInventory;
import com.opsatc.telemetry.input.ReadCounts;
import com.opsatc.tenancy.key.LengthPrefixed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Ingests telemetry: counts what the files hold of each day that is not committed yet, up to a day that is over, and commits
 * these days one after the other. An ingest that ends between two days is taken up by the next one.
 *
 * <p>Which days those are never depends on what the files hold: they follow on the last committed day, and a first ingest
 * begins with {@link IngestRequest#from}, which is its last day unless the caller says otherwise. What is older counts on the
 * first of them within the late hours of the manifest, or else is refused as late, and counted as such. Every ingest that is not
 * refused begins with deleting the vectors whose seven days are over, those that nobody released included.
 */
public final class Ingest {
    private static final int MOST_DAYS = 366;

    private Ingest() {}

    /**
     * Runs one ingest.
     *
     * @param freshKey gives 32 random bytes each time, from a source fit for keys
     * @throws PipelineException (configuration) when the asked day is not over, is more than 366 days after the last committed
     *     one, or a file is missing; (policy) when all days are committed and the files are others than were read for the
     *     last; as {@link Aggregator} and {@link ExactDays#commit} otherwise
     */
    public static IngestResult run(IngestRequest request, ExactDays exact, Supplier<byte[]> freshKey, Runner runner) {
        requireNonNull(request, "request");
        requireOver(request);
        Optional<LocalDate> last = exact.last();
        boolean nothingLeft = last.isPresent() && !last.get().isBefore(request.to());
        boolean commits = !nothingLeft && !request.ofProbeAlone();
        Days days = commits ? days(request, last) : Days.upTo(request.to());
        if (nothingLeft && !request.comingAgain()) {
            requireRead(request, exact, last.get());
        }

        exact.expire(request.today());
        ExactVectors found = Aggregator.run(
                new Request(
                        request.manifest(),
                        days,
                        nothingLeft ? List.of() : request.files(),
                        request.probeFiles(),
                        exact.known(),
                        Request.RANGE_BYTES),
                freshKey,
                runner);
        List<LocalDate> committed = commits ? commit(request, found, exact) : List.of();
        return new IngestResult(committed, found.counts(), found.probeCounts(), found.figures(), found.messages());
    }

    private static void requireOver(IngestRequest request) {
        if (!request.to().isBefore(request.today())) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot ingest telemetry up to " + request.to()
                            + ": the day is not over in UTC; name an earlier one");
        }
    }

    /** What is named for days that are all committed has to be what they were counted from, or nobody would miss it. */
    private static void requireRead(IngestRequest request, ExactDays exact, LocalDate last) {
        List<FileMark> marks = IngestInventory.of(request.files(), List.of()).marks();
        if (!request.files().isEmpty()
                && !exact.isFrom(request.to(), request.manifest().sha256(), marks)) {
            throw new PipelineException(
                    ErrorCode.POLICY_REFUSED,
                    "Cannot ingest telemetry up to " + request.to() + ": days are counted once and are counted up to "
                            + last
                            + ", and these are not the files, or not the manifest, that the day was counted from; ingest them"
                            + " up to a later day, on which they count as late for as long as the manifest allows");
        }
    }

    private static Days days(IngestRequest request, Optional<LocalDate> last) {
        int lateHours = request.manifest().contract().privacy().lateHours();
        LocalDate before = last.orElse(request.from().minusDays(1));
        requireReach(before, request.to());
        return Days.after(before, request.to(), lateHours);
    }

    /** A day is committed for good: a clock that is years ahead would end telemetry until then. */
    private static void requireReach(LocalDate before, LocalDate to) {
        LocalDate furthest = before.plusDays(MOST_DAYS);
        if (to.isAfter(furthest)) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot ingest telemetry up to " + to + ": it is more than " + MOST_DAYS + " days after " + before
                            + ", where telemetry stands, and no day that is counted can be opened again; check the clock"
                            + " and the day. If nothing was ingested for so long, ingest up to " + furthest
                            + " first, then go on");
        }
    }

    private static List<LocalDate> commit(IngestRequest request, ExactVectors found, ExactDays exact) {
        Sha256 input = input(request, found);
        // A file that could not be read is counted, and has no mark: it may come again, whole.
        ReadCounts counts = found.counts();
        List<LocalDate> committed = new ArrayList<>();
        found.vectors().forEach((day, vectors) -> {
            exact.commit(new ExactDay(
                    day,
                    request.manifest().version(),
                    request.manifest().sha256(),
                    input,
                    request.today(),
                    found.marks(),
                    vectors,
                    counts));
            committed.add(day);
        });
        return committed;
    }

    private static Sha256 input(IngestRequest request, ExactVectors found) {
        List<String> parts = new ArrayList<>();
        parts.add(request.manifest().sha256().hex());
        parts.add(found.vectors().firstKey().toString());
        for (FileMark mark : found.marks()) {
            parts.add(mark.sha256().hex());
            parts.add(Long.toString(mark.bytes()));
        }
        return Sha256.of(LengthPrefixed.of(parts.toArray(String[]::new)));
    }
}
