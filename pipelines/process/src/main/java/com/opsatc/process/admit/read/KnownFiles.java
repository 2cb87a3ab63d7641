package com.opsatc.process.admit.read;

import com.opsatc.connector.spec.StreamSpec;
import com.opsatc.contract.id.Sha256;
import com.opsatc.process.admit.read.ExtractFile.Status;
import com.opsatc.tenancy.source.SourceFile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What earlier inspections, in the way a source is read now, found of files: one that has not changed is not opened, and one whose
 * bytes are known under another name, or at another time, is not parsed.
 */
public record KnownFiles(List<KnownFile> files) {
    public static final KnownFiles NONE = new KnownFiles(List.of());

    public KnownFiles {
        files = List.copyOf(files);
    }

    /**
     * A file as it was inspected.
     *
     * @param changed as {@link SourceFile#changed}; null when it cannot tell a later change
     * @param reason why it was refused; null where its rows may be read
     */
    public record KnownFile(
            String name,
            String identity,
            long bytes,
            Instant changed,
            Sha256 digest,
            String stream,
            long rows,
            String reason) {

        /** @param settledBefore a file that changed later may change again without its time telling */
        public static KnownFile of(ExtractFile inspected, Instant settledBefore) {
            SourceFile file = inspected.file();
            boolean settled = file.changed() != null && file.changed().isBefore(settledBefore);
            return new KnownFile(
                    file.name(),
                    file.identity(),
                    file.bytes(),
                    settled ? file.changed() : null,
                    inspected.digest(),
                    inspected.stream(),
                    inspected.read(),
                    inspected.reason());
        }

        private ExtractFile as(SourceSpec source, SourceFile file) {
            Status status = reason == null ? Status.ADMITTED : Status.REFUSED;
            return new ExtractFile(
                    source.source(),
                    stream,
                    digest,
                    file,
                    rows,
                    /* repeats= */ true,
                    /* keepsOut= */ true,
                    status,
                    reason);
        }
    }

    /** What is known of a file that is as it was: of the same name, identity, size and time of its last change. */
    Optional<ExtractFile> unchanged(SourceSpec source, SourceFile file) {
        return files.stream()
                .filter(known -> known.changed() != null && known.changed().equals(file.changed()))
                .filter(known -> known.name().equals(file.name())
                        && known.identity().equals(file.identity())
                        && known.bytes() == file.bytes())
                .findFirst()
                .map(known -> known.as(source, file));
    }

    /** Whether it is worth asking for the file's digest. */
    boolean hasSizeOf(SourceFile file) {
        return files.stream().anyMatch(known -> known.reason() == null && known.bytes() == file.bytes());
    }

    /** What is known of a file's bytes, under a name that the same streams and the same compression fit. */
    Optional<ExtractFile> ofContent(SourceSpec source, SourceFile file, Sha256 digest) {
        return files.stream()
                .filter(known -> known.reason() == null && known.digest().equals(digest))
                .filter(known -> suffix(known.name()).equals(suffix(file.name()))
                        && streams(source, known.name()).equals(streams(source, file.name())))
                .findFirst()
                .map(known -> known.as(source, file));
    }

    private static List<String> streams(SourceSpec source, String name) {
        return source.connector().streams().values().stream()
                .filter(stream -> stream.fitsName(name))
                .map(StreamSpec::name)
                .toList();
    }

    private static String suffix(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
