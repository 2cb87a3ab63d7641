package com.opsatc.tenancy;

import com.opsatc.contract.ErrorCode;
import com.opsatc.contract.PipelineException;
import com.opsatc.contract.TenantId;
import com.opsatc.tenancy.key.Region;
import com.opsatc.tenancy.key.Signer;
import com.opsatc.tenancy.key.TenantKey;
import com.opsatc.tenancy.key.Verifier;
import com.opsatc.tenancy.postgres.Database;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * One tenant's scope on a pipe between two processes: magic {@code OPSATCH1}, the length of the rest (4 bytes), then
 * tenant, region, attribution, reference, store, key, ability to sign, the platform's public key, and the database with its
 * password. Exactly these bytes are read, so that a request may follow.
 */
final class HandOver {
    private static final byte[] MAGIC = "OPSATCH1".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST = 1 << 16;

    private HandOver() {}

    static void write(TenantScope scope, OutputStream out) throws IOException {
        try (ZeroedBuffer buffer = new ZeroedBuffer()) {
            DataOutputStream data = new DataOutputStream(buffer);
            data.writeUTF(scope.tenant().value());
            data.writeUTF(scope.region().value());
            data.writeUTF(scope.actor().name());
            data.writeUTF(scope.role().name());
            data.writeUTF(scope.source().name());
            data.writeUTF(scope.purpose().name());
            data.writeUTF(scope.keyReference());
            data.writeUTF(scope.root().toString());
            scope.key().writeTo(data);
            scope.handedSigner().writeTo(data);
            scope.verifier().writeTo(data);
            scope.database().writeTo(data);
            DataOutputStream pipe = new DataOutputStream(out);
            pipe.write(MAGIC);
            pipe.writeInt(buffer.size());
            buffer.writeTo(pipe);
            pipe.flush();
        }
    }

    static TenantScope read(InputStream in) {
        byte[] payload = new byte[0];
        try {
            DataInputStream pipe = new DataInputStream(in);
            byte[] magic = new byte[MAGIC.length];
            pipe.readFully(magic);
            int length = pipe.readInt();
            if (!Arrays.equals(magic, MAGIC) || length < 0 || length > LONGEST) {
                throw refused();
            }

            payload = new byte[length];
            pipe.readFully(payload);
            return mint(payload);
        } catch (IOException | IllegalArgumentException e) {
            throw refused();
        } finally {
            Arrays.fill(payload, (byte) 0);
        }
    }

    private static TenantScope mint(byte[] payload) throws IOException {
        DataInputStream data = new DataInputStream(new ByteArrayInputStream(payload));
        TenantId tenant = new TenantId(data.readUTF());
        Region region = new Region(data.readUTF());
        var attribution = new TenantScope.Attribution(
                new Actor(data.readUTF()),
                Role.valueOf(data.readUTF()),
                Source.valueOf(data.readUTF()),
                Purpose.valueOf(data.readUTF()));
        String reference = data.readUTF();
        Path root = Path.of(data.readUTF());
        var grant = new TenantScope.Grant(
                TenantKey.readFrom(data, tenant, region),
                Signer.readFrom(data, tenant),
                Verifier.readFrom(data, tenant, region));
        Database database = Database.readFrom(data);
        if (data.read() >= 0) {
            database.close();
            throw refused();
        }

        return new TenantScope(attribution, root, grant, database, reference, database::close);
    }

    private static PipelineException refused() {
        return new PipelineException(
                ErrorCode.INTERNAL,
                "Cannot receive a tenant's scope: the bytes on the pipe are not a hand-over; start the run with opsatc run");
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
