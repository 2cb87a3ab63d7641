package com.opsatc.tenancy.scope;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How a scope of one kind goes over a pipe between two processes: a magic of 8 bytes, the length of the rest (4 bytes), the
 * rest. Exactly these bytes are read, so that a request may follow; what is of another kind is refused by its magic.
 *
 * @param magic 8 characters of ASCII
 * @param scope for messages: whose scope is received
 */
record HandOverFrame(String magic, String scope) {
    private static final int LONGEST = 1 << 16;

    /** Writes what the frame holds. */
    @FunctionalInterface
    interface Body {
        void writeTo(DataOutputStream data) throws IOException;
    }

    /** Makes a scope of what the frame holds. */
    @FunctionalInterface
    interface Mint<T> {
        T readFrom(DataInputStream data) throws IOException;
    }

    void write(OutputStream out, Body body) throws IOException {
        try (ZeroedBuffer buffer = new ZeroedBuffer()) {
            body.writeTo(new DataOutputStream(buffer));
            DataOutputStream pipe = new DataOutputStream(out);
            pipe.write(magic.getBytes(StandardCharsets.US_ASCII));
            pipe.writeInt(buffer.size());
            buffer.writeTo(pipe);
            pipe.flush();
        }
    }

    <T> T read(InputStream in, Mint<T> mint) {
        byte[] payload = new byte[0];
        try {
            DataInputStream pipe = new DataInputStream(in);
            byte[] found = new byte[magic.length()];
            pipe.readFully(found);
            int length = pipe.readInt();
            if (!Arrays.equals(found, magic.getBytes(StandardCharsets.US_ASCII)) || length < 0 || length > LONGEST) {
                throw refused();
            }

            payload = new byte[length];
            pipe.readFully(payload);
            return mint.readFrom(new DataInputStream(new ByteArrayInputStream(payload)));
        } catch (IOException | IllegalArgumentException e) {
            throw refused();
        } finally {
            Arrays.fill(payload, (byte) 0);
        }
    }

    PipelineException refused() {
        return new PipelineException(
                ErrorCode.INTERNAL,
                "Cannot receive " + scope
                        + " scope: the bytes on the pipe are not a hand-over; start the run with opsatc run");
    }

    /** A buffer whose bytes are zeroed when it is closed. */
    private static final class ZeroedBuffer extends ByteArrayOutputStream {
        ZeroedBuffer() {
            super(LONGEST); // never grows, so that no copy is left behind
        }

        @Override
        public void close() {
            Arrays.fill(buf, (byte) 0);
        }
    }
}
