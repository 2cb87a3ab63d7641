package com.opsatc.tenancy.database;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.tenancy.disk.PrivateDirectory;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.tukaani.xz.XZInputStream;

/**
 * The server's programs: those that the build unpacked beside the program, where it did, else unpacked once a version from the
 * class path into the home. The caller holds the home's lock.
 */
final class ServerBinaries {
    private static final String PREPARED = "opsatc.server.programs";

    private ServerBinaries() {}

    /** Returns the folder of this version's programs, that of the build first. */
    static Path of(Path directory) throws IOException {
        String prepared = System.getProperty(PREPARED);
        Path beside = prepared == null ? null : Path.of(prepared).resolve(version());
        return beside != null && Files.isDirectory(beside, LinkOption.NOFOLLOW_LINKS) ? beside : unpack(directory);
    }

    /** Returns the folder of this version's programs ({@code bin}, {@code lib}, {@code share}), unpacking it if needed. */
    static Path unpack(Path directory) throws IOException {
        Path installed = directory.resolve(version());
        if (Files.isDirectory(installed, LinkOption.NOFOLLOW_LINKS)) {
            return installed;
        }

        Path unfinished = directory.resolve(version() + ".unpacking");
        PrivateDirectory.delete(unfinished); // left by a process that was killed
        PrivateDirectory.create(unfinished);
        String archive = ServerArchive.archive(System.getProperty("os.name"), System.getProperty("os.arch"));
        try (InputStream resource = ServerBinaries.class.getResourceAsStream("/" + archive)) {
            if (resource == null) {
                throw new PipelineException(
                        ErrorCode.CONFIGURATION,
                        "Cannot start the embedded database: " + archive + " is not on the class path; build again");
            }

            unpack(resource, unfinished);
        }
        Files.move(unfinished, installed, StandardCopyOption.ATOMIC_MOVE);
        PrivateDirectory.sync(directory);
        return installed;
    }

    static String version() {
        Properties properties = new Properties();
        try (InputStream in = ServerBinaries.class.getResourceAsStream("server.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new IllegalStateException("server.properties is missing from the class path", e);
        }
        return properties.getProperty("version");
    }

    static void unpack(InputStream archive, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, target);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        Path file = inside(target, target.resolve(entry.getName()));
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }

        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            inside(target, file.resolveSibling(entry.getLinkName()));
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }

        if (entry.getLinkFlag() != TarConstants.LF_NORMAL && entry.getLinkFlag() != TarConstants.LF_OLDNORM) {
            throw new IOException("unexpected entry in the archive of server binaries");
        }

        Files.copy(tar, file);
        boolean executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(executable ? "rwx------" : "rw-------"));
    }

    private static Path inside(Path target, Path file) throws IOException {
        Path normal = file.normalize();
        if (!normal.startsWith(target)) {
            throw new IOException("an entry of the archive of server binaries leaves its folder");
        }

        return normal;
    }
}
