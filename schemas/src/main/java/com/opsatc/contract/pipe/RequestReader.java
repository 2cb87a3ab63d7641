package com.opsatc.contract.pipe;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.json.CanonicalJson;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Reads the request that follows the key on standard input: its length as four bytes, big endian, then JSON. */
public final class RequestReader {
    private static final int MOST_BYTES = 1 << 20;

    private RequestReader() {}

    /** Reads one request, and no byte beyond it. */
    public static <T> T read(InputStream in, Class<T> type) throws IOException {
        try {
            DataInputStream data = new DataInputStream(in);
            int length = data.readInt();
            if (length < 2 || length > MOST_BYTES) {
                throw refused("its length is out of bounds");
            }

            byte[] json = new byte[length];
            data.readFully(json);

            return CanonicalJson.read(json, type);
        } catch (EOFException e) {
            throw refused("it ends early");
        }
    }

    private static PipelineException refused(String why) {
        return new PipelineException(
                ErrorCode.CONFIGURATION,
                "Cannot read the request on standard input: " + why
                        + "; this program is started by opsatc, not by hand");
    }
}
