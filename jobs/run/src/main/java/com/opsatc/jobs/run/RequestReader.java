package com.opsatc.jobs.run;

import com.opsatc.contract.CanonicalJson;
import com.opsatc.contract.ErrorCode;
import com.opsatc.contract.PipelineException;
import com.opsatc.contract.run.RunRequest;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Reads the request that follows the key on standard input: its length as four bytes, big endian, then JSON. */
final class RequestReader {
    private static final int MOST_BYTES = 1 << 20;

    private RequestReader() {}

    static RunRequest read(InputStream in) throws IOException {
        try {
            DataInputStream data = new DataInputStream(in);
            int length = data.readInt();
            if (length < 2 || length > MOST_BYTES) {
                throw refused("its length is out of bounds");
            }

            byte[] json = new byte[length];
            data.readFully(json);

            return CanonicalJson.read(json, RunRequest.class);
        } catch (EOFException e) {
            throw refused("it ends early");
        }
    }

    private static PipelineException refused(String why) {
        return new PipelineException(
                ErrorCode.CONFIGURATION,
                "Cannot read the request on standard input: " + why
                        + "; this program is started by opsatc run, not by hand");
    }
}
