package com.opsatc.tenancy.database;

/**
 * Reads along with what a server says until the login is complete, and holds it to one course: it asks for SCRAM, goes on
 * with it, ends it with the proof that it knows the password too, and only then lets in.
 *
 * <p>The driver checks that the proof is right, but by itself also takes a server's word that no proof is needed. The bytes
 * are those of PostgreSQL's protocol 3.0, without encryption. Not safe for use by several threads.
 */
final class LoginWatch {
    private static final int AUTHENTICATION = 'R';
    private static final String HARMLESS = "ENv"; // an error, a notice, another version of the protocol

    private static final String NOT_POSTGRES = "it does not log in as PostgreSQL does";

    private static final int OK = 0;
    private static final int CLEAR_TEXT = 3;
    private static final int MD5 = 5;
    private static final int[] COURSE = {10, 11, 12, OK}; // SASL, SASLContinue, SASLFinal, then in

    private static final int HEADER = 5;
    private static final int CODE = 4;
    private static final int LONGEST = 1 << 16;

    private final byte[] head = new byte[HEADER + CODE];
    private int known;
    private int rest;
    private int step;

    /** Whether the server has proved itself and let in: then nothing is watched any more. */
    boolean complete() {
        return step == COURSE.length;
    }

    /** Looks at bytes that the server sent; what follows the completion is not looked at. */
    void see(byte[] bytes, int offset, int length) throws UnprovenServerException {
        for (int i = offset; i < offset + length && !complete(); i++) {
            see(bytes[i]);
        }
    }

    private void see(byte next) throws UnprovenServerException {
        if (rest > 0) {
            rest--;
            return;
        }

        head[known++] = next;
        if (known == 1 && next != AUTHENTICATION && HARMLESS.indexOf(next) < 0) {
            throw new UnprovenServerException(NOT_POSTGRES);
        }
        if (known == HEADER) {
            requireLength();
        }
        if (known == HEADER + CODE) {
            follow(number(HEADER));
        }
    }

    /** Skips the body of a message that decides nothing. */
    private void requireLength() throws UnprovenServerException {
        int body = number(1) - Integer.BYTES;
        boolean decides = head[0] == AUTHENTICATION;
        if (body < (decides ? CODE : 0) || body > LONGEST) {
            throw new UnprovenServerException(NOT_POSTGRES);
        }

        if (!decides) {
            known = 0;
            rest = body;
        }
    }

    private void follow(int code) throws UnprovenServerException {
        if (code != COURSE[step]) {
            throw new UnprovenServerException(
                    switch (code) {
                        case OK ->
                            step == 0
                                    ? "it lets in without a password"
                                    : "it lets in without proving that it knows the password";
                        case CLEAR_TEXT -> "it asks for the password in clear";
                        case MD5 -> "it asks for the password by MD5";
                        default -> "it logs in by another way than scram-sha-256";
                    });
        }

        step++;
        known = 0;
        rest = number(1) - Integer.BYTES - CODE;
    }

    private int number(int at) {
        return (head[at] & 255) << 24 | (head[at + 1] & 255) << 16 | (head[at + 2] & 255) << 8 | (head[at + 3] & 255);
    }
}
