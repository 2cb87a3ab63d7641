package com.opsatc.boundary.audit.witness;

import java.nio.charset.StandardCharsets;

/** What a witness answers: an HTTP status, and a body of text. */
record WitnessAnswer(int status, String mediaType, String body) {
    static final String SIZE = "text/x.tlog.size";

    private static final String TEXT = "text/plain; charset=utf-8";

    static WitnessAnswer of(int status, String body) {
        return new WitnessAnswer(status, TEXT, body);
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
