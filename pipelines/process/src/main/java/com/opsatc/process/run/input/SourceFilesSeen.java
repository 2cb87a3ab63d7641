package com.opsatc.process.run.input;

import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.quality.FileQuality;
import com.opsatc.contract.run.RunOutcome;
import com.opsatc.process.admit.read.DeliveryNotes;
import com.opsatc.process.admit.read.ExtractFile;
import com.opsatc.process.admit.read.SourceSpec;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The extract files of one source as this run finds them, told apart by content: new, known from an earlier run, refused, or
 * withdrawn. A file delivered twice, or under another name, is one file.
 *
 * @param again known files whose rows were lost: they are read once more, and are no news
 * @param kept files that an earlier run read and that still count, wherever they are now
 * @param keptWithdrawn files that an earlier run read and that were withdrawn: their rows are there, and count nowhere
 * @param setAside files that are refused now, or were withdrawn, as a quality document lists them
 */
public record SourceFilesSeen(
        SourceSpec source,
        List<ExtractFile> fresh,
        List<ExtractFile> again,
        List<RunManifest.Input> kept,
        List<RunManifest.Input> keptWithdrawn,
        List<FileQuality> setAside,
        List<RunOutcome.File> all,
        List<Lying> lying) {
    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    public SourceFilesSeen {
        fresh = List.copyOf(fresh);
        again = List.copyOf(again);
        kept = List.copyOf(kept);
        keptWithdrawn = List.copyOf(keptWithdrawn);
        setAside = List.copyOf(setAside);
        all = List.copyOf(all);
        lying = List.copyOf(lying);
    }

    /**
     * A file that lies in the source and counts, copies of others included.
     *
     * @param delivered local date and time in the source's zone; null when nothing tells
     */
    record Lying(String name, Sha256 digest, String delivered) {}

    /**
     * @param before what the source's rows were read from by earlier runs, in the way they are read now
     * @param withdrawn digests of files that count nowhere
     */
    public static SourceFilesSeen of(
            SourceSpec source,
            List<ExtractFile> inspected,
            DeliveryNotes notes,
            ReadBefore before,
            Set<Sha256> withdrawn) {
        Set<Sha256> seen = new HashSet<>();
        before.known().forEach(input -> seen.add(input.file()));
        Set<Sha256> told = new HashSet<>();
        List<ExtractFile> fresh = new ArrayList<>();
        List<ExtractFile> again = new ArrayList<>();
        List<FileQuality> setAside = new ArrayList<>();
        List<RunOutcome.File> all = new ArrayList<>();
        for (RunManifest.Input input : before.known()) {
            if (withdrawn.contains(input.file()) && told.add(input.file())) {
                setAside.add(withdrawn(input.source(), input.stream(), input.file(), input.name(), input.bytes()));
            }
        }

        List<Lying> lying = new ArrayList<>();
        for (ExtractFile file : inspected) {
            String status;
            if (withdrawn.contains(file.digest())) {
                status = RunOutcome.File.WITHDRAWN;
                if (told.add(file.digest())) {
                    setAside.add(withdrawn(source.source(), file.stream(), file.digest(), file.name(), file.bytes()));
                }
            } else if (file.status() == ExtractFile.Status.REFUSED) {
                status = RunOutcome.File.REFUSED;
                setAside.add(refused(source, file));
            } else if (seen.add(file.digest())) {
                status = RunOutcome.File.NEW;
                fresh.add(file);
            } else {
                status = RunOutcome.File.KNOWN;
            }

            if (!status.equals(RunOutcome.File.REFUSED) && !status.equals(RunOutcome.File.WITHDRAWN)) {
                lying.add(new Lying(file.name(), file.digest(), delivered(source, notes, file)));
            }

            if (file.status() == ExtractFile.Status.ADMITTED && before.again().contains(file.digest())) {
                again.add(file);
            }

            String reason = status.equals(RunOutcome.File.REFUSED) ? file.reason() : null;
            all.add(new RunOutcome.File(source.source(), file.name(), file.bytes(), status, reason));
        }

        List<RunManifest.Input> known = before.known().stream()
                .map(input -> InputHistory.reread(input, again))
                .toList();
        return new SourceFilesSeen(
                source,
                fresh,
                again,
                known.stream()
                        .filter(input -> !withdrawn.contains(input.file()))
                        .map(input -> InputHistory.unreplaced(input, withdrawn))
                        .toList(),
                known.stream().filter(input -> withdrawn.contains(input.file())).toList(),
                setAside,
                all,
                lying);
    }

    private static String delivered(SourceSpec source, DeliveryNotes notes, ExtractFile file) {
        return notes.deliveredAt(file.name())
                .or(() -> source.connector().stream(file.stream()).deliveredAt(file.name()))
                .map(TO_THE_SECOND::format)
                .orElse(null);
    }

    /** What a published run had of the source, with nothing new. */
    public static SourceFilesSeen published(SourceSpec source, RunManifest manifest, List<FileQuality> setAside) {
        return new SourceFilesSeen(
                source,
                List.of(),
                List.of(),
                of(source, manifest.inputs()),
                of(source, manifest.withdrawn()),
                setAside.stream()
                        .filter(file -> file.source().equals(source.source()))
                        .toList(),
                List.of(),
                List.of());
    }

    /** Those of some inputs that are the source's. */
    public static List<RunManifest.Input> of(SourceSpec source, List<RunManifest.Input> inputs) {
        return inputs.stream()
                .filter(input -> input.source().equals(source.source()))
                .toList();
    }

    /** The refused and withdrawn files of all sources. */
    public static List<FileQuality> setAside(List<SourceFilesSeen> seen) {
        return seen.stream().flatMap(source -> source.setAside().stream()).toList();
    }

    /** The files whose rows are to be added to the source's tables. */
    public List<ExtractFile> toRead() {
        return Stream.concat(fresh.stream(), again.stream()).toList();
    }

    /** The inputs of the source that count, those of earlier runs and what it adds, as they lie there now. */
    public List<RunManifest.Input> inputs() {
        return Stream.concat(kept.stream(), fresh.stream().map(this::input))
                .map(input -> InputHistory.now(input, lying))
                .toList();
    }

    private RunManifest.Input input(ExtractFile file) {
        return new RunManifest.Input(
                source.source(), file.stream(), file.digest(), file.name(), null, null, file.bytes(), file.read());
    }

    /** How many files this run refuses. */
    public long refused() {
        return setAside.stream()
                .filter(file -> file.status().equals(FileQuality.REFUSED))
                .count();
    }

    private static FileQuality refused(SourceSpec source, ExtractFile file) {
        return new FileQuality(
                source.source(),
                file.stream(),
                file.digest(),
                file.name(),
                FileQuality.REFUSED,
                file.reason(),
                file.bytes(),
                0,
                0,
                0,
                0);
    }

    private static FileQuality withdrawn(String source, String stream, Sha256 file, String name, long bytes) {
        return new FileQuality(source, stream, file, name, FileQuality.WITHDRAWN, null, bytes, 0, 0, 0, 0);
    }
}
