package com.opsatc.jobs.cli.verb.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.document.Documents;
import com.opsatc.jobs.cli.CommandRun;
import com.opsatc.jobs.cli.PublishedSample;
import com.opsatc.jobs.cli.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(TestHome.Extension.class)
class ReportCommandTest {
    @TempDir
    private Path folder;

    private final TestHome home;
    private final PublishedSample sample;

    ReportCommandTest(TestHome home) {
        this.home = home;
        sample = PublishedSample.in(home);
    }

    @Test
    void report_out_writesThePublishedBytesAndRecordsIt() throws IOException {
        Path file = folder.resolve("report.html");

        CommandRun run = sample.read("report", "--out", file.toString());

        assertThat(run).isEqualTo(new CommandRun(0, "", "Wrote " + file + "\n"));
        assertThat(file).hasBinaryContent(PublishedSample.DOCUMENTS.get(Documents.REPORT.name()));
        assertThat(sample.exports())
                .anyMatch(line -> line.contains(" report-file readers report.html ") && line.endsWith(" html"));
    }

    @Test
    void report_out_isForItsOwnerOnlyAndLeavesNothingElse() throws IOException {
        Path file = folder.resolve("report.html");

        sample.read("report", "--out", file.toString());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(file, folder.resolve("report.html.tlog-proof"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"report.html", "report.html.part"})
    void report_plantedLink_isNotWrittenThrough(String planted) throws IOException {
        Path mine = Files.writeString(folder.resolve("mine"), "mine");
        Path file = folder.resolve("report.html");
        Files.createSymbolicLink(folder.resolve(planted), mine);
        boolean inPlace = planted.equals("report.html");

        assertThat(sample.read("report", "--out", file.toString()).code()).isEqualTo(inPlace ? 2 : 0);
        assertThat(sample.read("report", "--out", file.toString(), "--force").code())
                .isZero();
        assertThat(mine).hasContent("mine");
        assertThat(Files.isSymbolicLink(file)).isFalse();
        assertThat(file).hasBinaryContent(PublishedSample.DOCUMENTS.get(Documents.REPORT.name()));
    }

    @Test
    void report_linkToNowhere_isRefusedAndMakesNothing() throws IOException {
        Path nowhere = folder.resolve("nowhere");
        Path file = Files.createSymbolicLink(folder.resolve("report.html"), nowhere);

        CommandRun run = sample.read("report", "--out", file.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("it exists; name another file, or add --force");
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void report_existingFile_isKeptUnlessForced() throws IOException {
        Path file = Files.writeString(folder.resolve("report.html"), "mine");

        assertThat(sample.read("report", "--out", file.toString()))
                .isEqualTo(new CommandRun(
                        2,
                        "",
                        "opsatc: Cannot write the report of tenant readers to " + file
                                + ": it exists; name another file, or add --force\n"));
        assertThat(file).hasContent("mine");
        assertThat(sample.read("report", "--out", file.toString(), "--force").code())
                .isZero();
        assertThat(file).hasBinaryContent(PublishedSample.DOCUMENTS.get(Documents.REPORT.name()));
    }

    @Test
    void report_unregisteredGate_isRefusedAndWritesNothing() throws IOException {
        Path root = Files.createDirectories(folder.resolve("root/conf"));
        Files.writeString(root.resolve("write-gates.yaml"), "gates: {table-export: x}\n");
        CommandRun.Start start =
                new CommandRun.Start(root.getParent(), folder, home.start().environment(), false);
        Path file = folder.resolve("report.html");

        assertThat(start.run("report", "--tenant", "readers", "--out", file.toString()))
                .isEqualTo(new CommandRun(
                        5,
                        "",
                        "opsatc: Cannot export report.html of tenant readers: the gate report-file is not registered in"
                                + " conf/write-gates.yaml\n"));
        assertThat(file).doesNotExist();
    }
}
