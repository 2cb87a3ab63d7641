package com.opsatc.tenancy.database;

import com.opsatc.tenancy.disk.PrivateDirectory;
import java.io.IOException;
import java.nio.file.Path;

/** A step of the build: unpacks the embedded server's programs, so that no home has to, which takes seconds of each first start. */
public final class ServerSetUp {
    private ServerSetUp() {}

    /** @param arguments the folder to unpack into, made if it is missing; nothing happens where this version is already */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        PrivateDirectory.create(folder);
        ServerBinaries.unpack(folder);
    }
}
