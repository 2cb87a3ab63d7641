package com.opsatc.jobs.cli.command;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Optional;

/** A home that cannot be written, in a sentence: found before a verb begins, or behind the failure of one. */
public final class UnwritableHome {
    private static final int MOST_CAUSES = 20;

    private UnwritableHome() {}

    /** Refuses a home, or the nearest folder there is on the way to one, that this user may not write. */
    static void refuse(Path home) {
        Path there = home;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        if (!Files.isWritable(there)) {
            throw refused(home, there, "it is read-only, or another user's");
        }
    }

    /** The failure in a sentence, when its cause is that a file in the home could not be written. */
    public static Optional<PipelineException> behind(Throwable failure, Path home) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            if (cause instanceof ReadOnlyFileSystemException) {
                return Optional.of(refused(home, home, "it is read-only"));
            }
            if (cause instanceof FileSystemException file && file.getFile() != null) {
                Path place = Path.of(file.getFile());
                return place.startsWith(home) ? why(file).map(why -> refused(home, place, why)) : Optional.empty();
            }
            cause = cause.getCause();
        }

        return Optional.empty();
    }

    private static Optional<String> why(FileSystemException failure) {
        if (failure instanceof AccessDeniedException) {
            return Optional.of("it is read-only, or another user's");
        }

        String reason = failure.getReason() == null ? "" : failure.getReason();
        return switch (reason) {
            case "Read-only file system" -> Optional.of("its file system is read-only");
            case "No space left on device", "Disk quota exceeded" -> Optional.of("its file system is full");
            default -> Optional.empty();
        };
    }

    private static PipelineException refused(Path home, Path place, String why) {
        return new PipelineException(
                ErrorCode.CONFIGURATION,
                "Cannot use the home " + home + ": " + (place.equals(home) ? "" : place + " cannot be written, ") + why
                        + "; every verb keeps its lock, its log and the database there; make it writable, or name"
                        + " another with --home");
    }
}
