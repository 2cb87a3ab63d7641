package com.opsatc.boundary.audit;

import com.opsatc.boundary.audit.note.TrustPolicy;
import com.opsatc.tenancy.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Which witnesses a home's logs have: {@code conf/audit-policy} of the home, in the form of C2SP tlog-policy. */
public final class AuditPolicy {
    /** Its place in the home. */
    public static final String FILE = "conf/audit-policy";

    private AuditPolicy() {}

    /** The policy of a home; none that asks for a witness where the file is not there. */
    public static TrustPolicy of(Home home) {
        Path file = home.root().resolve(FILE);
        if (!Files.exists(file)) {
            return TrustPolicy.unwitnessed();
        }

        try {
            return TrustPolicy.parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
