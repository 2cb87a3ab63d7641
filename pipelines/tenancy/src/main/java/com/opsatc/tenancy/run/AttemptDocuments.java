package com.opsatc.tenancy.run;

import com.opsatc.tenancy.scope.TenantScope;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of attempts that published nothing: the quality document of each of the last {@value #MOST}, in the tenant's
 * store, encrypted. They are no part of any run, and no signature covers them.
 */
public final class AttemptDocuments {
    static final int MOST = 20;

    private static final String FOLDER = "logs/quality";
    private static final String ENDING = ".json";

    private AttemptDocuments() {}

    /** Keeps an attempt's quality document, and forgets those of the attempts whose names are least. */
    public static void keepQuality(TenantScope scope, String attemptId, byte[] document) {
        scope.store().write(path(attemptId), document);
        List<String> kept = scope.store().list(FOLDER);
        for (String old : kept.subList(0, Math.max(0, kept.size() - MOST))) {
            scope.store().delete(old);
        }
    }

    /** The quality document of an attempt; empty when it published, failed before a row was read, or is long gone. */
    public static Optional<byte[]> quality(TenantScope scope, String attemptId) {
        String path = path(attemptId);
        return scope.store().exists(path) ? Optional.of(scope.store().read(path)) : Optional.empty();
    }

    private static String path(String attemptId) {
        return FOLDER + "/" + attemptId + ENDING;
    }
}
