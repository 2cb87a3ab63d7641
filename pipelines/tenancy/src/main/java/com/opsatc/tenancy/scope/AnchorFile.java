package com.opsatc.tenancy.scope;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.tenancy.key.RootKeyPlace;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Where the privacy ledger of an installation has its anchor: outside the home, beside the root key. That there is one shows
 * that there was a platform key.
 */
public record AnchorFile(Path path) {
    /** How a message ends when the home or the database is not the one that the anchor belongs to. */
    public static final String RESTORE =
            "; restore the last state of home and database together. If it is lost for good,"
                    + " removing the anchor starts a new budget on top of what was spent: for whoever answers for privacy to decide";

    /** The root key's name and {@code .privacy-anchor}. */
    static AnchorFile beside(RootKeyPlace rootKey) {
        return new AnchorFile(rootKey.beside(".privacy-anchor"));
    }

    /** The file that those who change the ledger take turns on. */
    public Path turns() {
        return path.resolveSibling(path.getFileName() + ".lock");
    }

    /** Refuses to make a platform key where the anchor shows that there was one. */
    void refuseWithoutKey() {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new PipelineException(
                    ErrorCode.POLICY_REFUSED,
                    "Cannot open the platform's data: the home has no platform key, but the anchor " + path
                            + " was written with one: the home was deleted or replaced" + RESTORE);
        }
    }
}
