package com.opsatc.jobs.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A page's one style sheet, and the policy that lets a browser use it and nothing else: no script, no request, no form.
 *
 * <p>The policy names the sheet by the hash of its bytes, so that an element slipped into the page gets no style either.
 */
public record StyleSheet(String css) {
    private static final String SHARED = "report.css";

    /** What every page looks like. */
    public static StyleSheet load() {
        return new StyleSheet(text(SHARED));
    }

    /** The shared sheet, and after it one that a kind of page has of its own: a resource beside this class. */
    public static StyleSheet with(String resource) {
        return new StyleSheet(text(SHARED) + text(resource));
    }

    private static String text(String resource) {
        try (InputStream in = StyleSheet.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Cannot render a page: " + resource
                        + " is missing from the class path; the jar was not built whole");
            }

            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String contentSecurityPolicy() {
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
