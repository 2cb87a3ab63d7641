package com.opsatc.tenancy.database;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import java.util.Locale;
import java.util.Map;

/** The archive of server binaries for an operating system and processor. */
final class ServerArchive {
    private static final Map<String, String> ARCHIVES = Map.of(
            "linux/amd64", "postgres-linux-x86_64.txz",
            "linux/aarch64", "postgres-linux-arm_64.txz",
            "mac/amd64", "postgres-darwin-x86_64.txz",
            "mac/aarch64", "postgres-darwin-arm_64.txz");

    private ServerArchive() {}

    /** The class path resource for a pair of {@code os.name} and {@code os.arch}. */
    static String archive(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        String system = os.startsWith("mac") ? "mac" : os;
        String processor = osArch.equals("x86_64") ? "amd64" : osArch;
        String archive = ARCHIVES.get(system + "/" + processor);
        if (archive == null) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot start the embedded database on " + osName + " " + osArch
                            + ": there are binaries for Linux and macOS on x86-64 and Arm 64 only; use a server of your own"
                            + " by URL");
        }

        return archive;
    }
}
