package com.opsatc.process.run.input;

import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.process.admit.read.ExtractFile;
import com.opsatc.process.admit.read.KnownFiles;
import com.opsatc.process.admit.read.KnownFiles.KnownFile;
import com.opsatc.process.admit.read.SourceSpec;
import com.opsatc.process.publish.DocumentFolder;
import com.opsatc.tenancy.run.Published;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a run's inspection found of every file, kept beside its documents for the next run. It saves work and decides nothing: where it
 * is missing, damaged, of other code or of other settings, the files are inspected as if for the first time.
 */
public record FileMemory(String codeVersion, List<Source> sources) {
    private static final String NAME = "inspected.json";

    /** Systems keep the time of a change in steps; within the last of them a second change is not told. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    public FileMemory {
        sources = List.copyOf(sources);
    }

    /** @param reading the settings that decide how the source's files are read */
    record Source(String source, String reading, List<KnownFile> files) {
        Source {
            files = List.copyOf(files);
        }
    }

    /** Remembers nothing yet. */
    public static FileMemory none(String codeVersion) {
        return new FileMemory(codeVersion, List.of());
    }

    /** What the run before kept. */
    public static FileMemory of(RunEnvironment environment, Foundation foundation, String codeVersion) {
        return foundation
                .published()
                .flatMap(published -> Published.leftOf(environment.scope(), published.head(), NAME))
                .flatMap(FileMemory::read)
                .filter(memory -> memory.codeVersion().equals(codeVersion))
                .orElseGet(() -> none(codeVersion));
    }

    private static Optional<FileMemory> read(byte[] bytes) {
        try {
            return Optional.of(CanonicalJson.read(bytes, FileMemory.class));
        } catch (PipelineException e) {
            return Optional.empty(); // of another build
        }
    }

    public KnownFiles of(SourceSpec source) {
        return new KnownFiles(sources.stream()
                .filter(kept -> kept.source().equals(source.source())
                        && kept.reading().equals(source.reading().toString()))
                .flatMap(kept -> kept.files().stream())
                .toList());
    }

    /** This and what an inspection found that began at an instant. */
    public FileMemory and(SourceSpec source, List<ExtractFile> inspected, Instant began) {
        List<Source> all = new ArrayList<>(sources);
        all.add(new Source(
                source.source(),
                source.reading().toString(),
                inspected.stream()
                        .map(file -> KnownFile.of(file, began.minus(SETTLED)))
                        .toList()));
        return new FileMemory(codeVersion, all);
    }

    /** Keeps it with the documents of an attempt. */
    public void keep(DocumentFolder folder) {
        folder.beside(NAME, CanonicalJson.write(this));
    }
}
