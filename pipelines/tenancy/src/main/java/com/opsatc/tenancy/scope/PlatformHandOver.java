package com.opsatc.tenancy.scope;

import com.opsatc.tenancy.database.Database;
import com.opsatc.tenancy.home.Home;
import com.opsatc.tenancy.key.Region;
import com.opsatc.tenancy.key.TenantKeys;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * The platform's scope on a pipe between two processes: home, attribution, key with its id, anchor, number of tenants, and the
 * database with its password, in a {@link HandOverFrame} of its own.
 */
final class PlatformHandOver {
    private static final HandOverFrame FRAME = new HandOverFrame("OPSATCP1", "the platform's");

    private PlatformHandOver() {}

    static void write(PlatformScope scope, OutputStream out) throws IOException {
        PlatformScope.Grant grant = scope.grant();
        FRAME.write(out, data -> {
            data.writeUTF(scope.home().root().toString());
            HandOver.writeAttribution(scope.attribution(), data);
            grant.keys().writeTo(data);
            data.writeUTF(grant.keyId());
            data.writeUTF(grant.anchor().path().toString());
            data.writeInt(grant.contractedTenants());
            scope.database().writeTo(data);
        });
    }

    static PlatformScope read(InputStream in) {
        return FRAME.read(in, PlatformHandOver::mint);
    }

    private static PlatformScope mint(DataInputStream data) throws IOException {
        Home home = new Home(Path.of(data.readUTF()));
        var attribution = HandOver.readAttribution(data);
        var grant = new PlatformScope.Grant(
                TenantKeys.readFrom(data, PlatformScope.OWNER, Region.LOCAL),
                data.readUTF(),
                new AnchorFile(Path.of(data.readUTF())),
                data.readInt());
        Database database = Database.readFrom(data);
        if (data.read() >= 0) {
            database.close();
            throw FRAME.refused();
        }

        return new PlatformScope(home, attribution, grant, database, database::close);
    }
}
