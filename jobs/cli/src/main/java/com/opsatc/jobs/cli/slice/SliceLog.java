package com.opsatc.jobs.cli.slice;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.id.TenantId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/**
 * How often a run was looked at in slices: who looks at many parts finds one that stands out by chance. {@code logs/slices.log}
 * of the home has a line for each look, with the digest of what was asked, never its words.
 */
public final class SliceLog {
    private final Path log;

    /** @param logs the home's folder of logs */
    public SliceLog(Path logs) {
        this.log = requireNonNull(logs, "logs").resolve("slices.log");
    }

    /** Records a look, and counts the different ones at this run so far, this one included. */
    public long count(TenantId tenant, String run, String kpi, SliceWhere where) {
        String look = tenant + " " + run + " " + kpi + " " + Sha256.of(where.text());
        try {
            append(look + "\n");
            try (var lines = Files.lines(log, StandardCharsets.UTF_8)) {
                String prefix = tenant + " " + run + " ";
                return lines.filter(line -> line.startsWith(prefix)).distinct().count();
            }
        } catch (IOException e) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot slice a figure of tenant " + tenant + ": the log " + log
                            + " cannot be written, and looks that are not counted mislead",
                    e);
        }
    }

    private void append(String line) throws IOException {
        try (FileChannel channel = FileChannel.open(
                log,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** What may be said of so many looks, each with an interval of 95 %. */
    public static List<String> caveats(long looks) {
        return looks == 1
                ? List.of()
                : List.of("This is one of " + looks
                        + " slices that were asked of this run. Each interval misses in one of"
                        + " twenty cases: that at least one of " + looks + " does has a chance of up to "
                        + Math.min(100, 5 * looks) + " %.");
    }
}
