package com.opsatc.tenancy.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.tenancy.disk.Permissions;
import com.opsatc.tenancy.disk.PrivateDirectory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class ServerBinariesTest {
    @TempDir
    Path temporary;

    @Test
    void unpack_programAndLink_keepsTheirModes() throws IOException {
        TarArchiveEntry program = new TarArchiveEntry("bin/run");
        program.setMode(0755);
        program.setSize(1);
        TarArchiveEntry link = new TarArchiveEntry("lib/link.so", TarConstants.LF_SYMLINK);
        link.setLinkName("../bin/run");
        Path target = PrivateDirectory.create(temporary.resolve("t"));
        ServerBinaries.unpack(archive(program, link), target);
        assertThat(Files.isExecutable(target.resolve("bin/run"))).isTrue();
        assertThat(Files.readSymbolicLink(target.resolve("lib/link.so"))).isEqualTo(Path.of("../bin/run"));
    }

    @Test
    void of_noProgramsBesideTheProgram_unpacksThemIntoTheHomeOnce() throws IOException {
        Path home = PrivateDirectory.create(temporary.resolve("home"));
        String prepared = System.clearProperty("opsatc.server.programs");
        try {
            Path programs = ServerBinaries.of(home);
            Path server = programs.resolve("bin/postgres");
            Object before = Files.getAttribute(server, "unix:ino");
            assertThat(programs).isEqualTo(home.resolve(ServerBinaries.version()));
            assertThat(Permissions.openToOthers(programs)).isFalse();
            assertThat(Files.isExecutable(server)).isTrue();
            assertThat(ServerBinaries.of(home)).isEqualTo(programs);
            assertThat(Files.getAttribute(server, "unix:ino")).isEqualTo(before);
        } finally {
            System.setProperty("opsatc.server.programs", prepared);
        }
    }

    @Test
    void of_programsOfTheBuild_leavesTheHomeEmpty() throws IOException {
        Path home = PrivateDirectory.create(temporary.resolve("home"));
        assertThat(ServerBinaries.of(home))
                .isEqualTo(Path.of(System.getProperty("opsatc.server.programs"), ServerBinaries.version()));
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void unpack_entryThatLeavesTheFolder_isRefused() throws IOException {
        TarArchiveEntry up = new TarArchiveEntry("../evil");
        up.setSize(1);
        TarArchiveEntry link = new TarArchiveEntry("lib/evil.so", TarConstants.LF_SYMLINK);
        link.setLinkName("../../evil");
        for (TarArchiveEntry bad : new TarArchiveEntry[] {up, link}) {
            Path target = PrivateDirectory.create(temporary.resolve("t"));
            InputStream archive = archive(bad);
            assertThatThrownBy(() -> ServerBinaries.unpack(archive, target))
                    .hasMessage("an entry of the archive of server binaries leaves its folder");
        }

        assertThat(temporary.resolve("evil")).doesNotExist();
    }

    @Test
    void unpack_deviceOrHardLink_isRefused() throws IOException {
        TarArchiveEntry fifo = new TarArchiveEntry("pipe", TarConstants.LF_FIFO);
        TarArchiveEntry hard = new TarArchiveEntry("hard", TarConstants.LF_LINK);
        hard.setLinkName("/etc/passwd");
        for (TarArchiveEntry bad : new TarArchiveEntry[] {fifo, hard}) {
            InputStream archive = archive(bad);
            assertThatThrownBy(() -> ServerBinaries.unpack(archive, temporary))
                    .hasMessage("unexpected entry in the archive of server binaries");
        }
    }

    private static InputStream archive(TarArchiveEntry... entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new XZOutputStream(bytes, new LZMA2Options(0)))) {
            for (TarArchiveEntry entry : entries) {
                tar.putArchiveEntry(entry);
                if (entry.getSize() > 0) {
                    tar.write('x');
                }

                tar.closeArchiveEntry();
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
