package com.opsatc.tenancy.database;

import com.opsatc.tenancy.key.SealedSecrets;
import com.opsatc.tenancy.key.local.RootKeyFile;
import java.nio.file.Path;

/** Another command on the same home: prints where the server is and which process it is. */
final class OtherProcess {
    private OtherProcess() {}

    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[0]);
        Path home = directory.resolve("a home");
        var secrets =
                new SealedSecrets(home.resolve("postgres"), new RootKeyFile(directory.resolve("root.key")).open(home));
        EmbeddedPostgres server = new EmbeddedPostgres(home.resolve("postgres"), secrets);
        try (Database database = server.start()) {
            System.out.println(database.url() + " " + server.processId().orElseThrow());
        }
    }
}
