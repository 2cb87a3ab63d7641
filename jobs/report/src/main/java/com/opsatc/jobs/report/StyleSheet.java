package com.opsatc.jobs.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The page's one style sheet, and the policy that lets a browser use it and nothing else: no script, no request, no form.
 *
 * <p>The policy names the sheet by the hash of its bytes, so that an element slipped into the page gets no style either.
 */
record StyleSheet(String css) {
    private static final String RESOURCE = "report.css";

    static StyleSheet load() {
        try (InputStream in = StyleSheet.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("Cannot render a report: " + RESOURCE
                        + " is missing from the class path; the jar was not built whole");
            }

            return new StyleSheet(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String contentSecurityPolicy() {
        return "default-src 'none'; style-src 'sha256-" + hash()
                + "'; script-src 'none'; img-src data:; base-uri 'none';" + " form-action 'none'";
    }

    private String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));

            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
