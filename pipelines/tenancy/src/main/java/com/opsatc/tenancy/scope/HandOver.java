package com.opsatc.tenancy.scope;

import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.database.Database;
import com.opsatc.tenancy.key.Region;
import com.opsatc.tenancy.key.Signer;
import com.opsatc.tenancy.key.SubjectRing;
import com.opsatc.tenancy.key.TenantKeys;
import com.opsatc.tenancy.key.Verifier;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * One tenant's scope on a pipe between two processes: tenant, region, attribution, reference, store, key, ability to sign, the
 * platform's public key, audit log and own subject, and the database with its password, in a {@link HandOverFrame}.
 */
final class HandOver {
    private static final HandOverFrame FRAME = new HandOverFrame("OPSATCH1", "a tenant's");

    private HandOver() {}

    static void write(TenantScope scope, OutputStream out) throws IOException {
        FRAME.write(out, data -> {
            data.writeUTF(scope.tenant().value());
            data.writeUTF(scope.region().value());
            writeAttribution(scope.attribution(), data);
            data.writeUTF(scope.keyReference());
            data.writeUTF(scope.place());
            scope.keys().writeTo(data);
            scope.handedSigner().writeTo(data);
            scope.verifier().writeTo(data);
            data.writeUTF(scope.log().id());
            scope.log().subjects().writeTo(data);
            scope.database().writeTo(data);
        });
    }

    static TenantScope read(InputStream in) {
        return FRAME.read(in, HandOver::mint);
    }

    static void writeAttribution(TenantScope.Attribution attribution, DataOutputStream data) throws IOException {
        data.writeUTF(attribution.actor().name());
        data.writeUTF(attribution.role().name());
        data.writeUTF(attribution.source().name());
        data.writeUTF(attribution.purpose().name());
    }

    static TenantScope.Attribution readAttribution(DataInputStream data) throws IOException {
        return new TenantScope.Attribution(
                new Actor(data.readUTF()),
                Role.valueOf(data.readUTF()),
                Source.valueOf(data.readUTF()),
                Purpose.valueOf(data.readUTF()));
    }

    private static TenantScope mint(DataInputStream data) throws IOException {
        TenantId tenant = new TenantId(data.readUTF());
        Region region = new Region(data.readUTF());
        var attribution = readAttribution(data);
        String reference = data.readUTF();
        String place = data.readUTF();
        var grant = new TenantScope.Grant(
                TenantKeys.readFrom(data, tenant, region),
                Signer.readFrom(data, tenant),
                Verifier.readFrom(data, tenant, region),
                data.readUTF(),
                SubjectRing.readFrom(data));
        Database database = Database.readFrom(data);
        if (data.read() >= 0) {
            database.close();
            throw FRAME.refused();
        }

        return new TenantScope(attribution, place, grant, database, reference, database::close);
    }
}
