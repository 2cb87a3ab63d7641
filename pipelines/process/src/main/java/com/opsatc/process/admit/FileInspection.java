package com.opsatc.process.admit;

import com.opsatc.connector.StreamSpec;
import com.opsatc.connector.format.RecordReader;
import com.opsatc.connector.format.RefusedFile;
import com.opsatc.contract.Sha256;
import com.opsatc.process.admit.ExtractFile.Status;
import com.opsatc.tenancy.source.ReadOnlySource;
import com.opsatc.tenancy.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;

/** Reads one file to its end, and finds the stream it belongs to: the first whose name pattern and header fit. */
final class FileInspection {
    /** The file's digest is known only when it was read to its end. */
    private static final String NOT_YET_KNOWN = "inspected";

    private final SourceSpec source;
    private final ReadOnlySource door;

    FileInspection(SourceSpec source, ReadOnlySource door) {
        this.source = source;
        this.door = door;
    }

    ExtractFile inspect(SourceFile file) throws IOException {
        List<StreamSpec> candidates = source.connector().streams().values().stream()
                .filter(stream -> stream.fitsName(file.name()))
                .toList();
        RefusedFile refused = new RefusedFile(RefusedFile.NO_STREAM);
        for (StreamSpec stream : candidates) {
            try {
                return admitted(file, stream);
            } catch (IOException e) {
                RefusedFile reason = RefusedFile.of(e);
                refused = stream == candidates.get(0) ? reason : refused;
                if (!reason.reason().startsWith(RefusedFile.MISSING_COLUMN)) {
                    refused = reason;
                    break;
                }
            }
        }

        return refused(file, candidates, refused);
    }

    private ExtractFile admitted(SourceFile file, StreamSpec stream) throws IOException {
        try (FileRecords opened = new FileRecords(door, file, stream, NOT_YET_KNOWN)) {
            RecordReader records = opened.records();
            while (records.next()) {
                // A broken file fails in one of these steps.
                continue;
            }

            return new ExtractFile(
                    source.source(), stream.name(), opened.digest(), file, records.row(), Status.ADMITTED, null);
        }
    }

    private ExtractFile refused(SourceFile file, List<StreamSpec> candidates, RefusedFile refused) throws IOException {
        MessageDigest sha = Sha256.digest();
        try (InputStream in = door.open(file);
                OutputStream into = new DigestOutputStream(OutputStream.nullOutputStream(), sha)) {
            in.transferTo(into);
        }

        String stream =
                candidates.isEmpty() ? ExtractFile.NO_STREAM : candidates.get(0).name();
        return new ExtractFile(source.source(), stream, Sha256.finish(sha), file, 0, Status.REFUSED, refused.reason());
    }
}
