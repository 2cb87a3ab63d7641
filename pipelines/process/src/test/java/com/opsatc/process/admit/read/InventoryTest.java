package com.opsatc.process.admit.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.connector.Connectors;
import com.opsatc.connector.format.RecordReader;
import com.opsatc.connector.format.RecordReaders;
import com.opsatc.connector.spec.StreamSpec;
import com.opsatc.contract.run.ProgressSink;
import com.opsatc.tenancy.source.ReadOnlySource;
import com.opsatc.tenancy.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to one file, the others go on. */
final class InventoryTest {
    private static final String HEADER = "Id,Quantity,Due,Day,Time,Kind,Note\n";

    @TempDir
    private Path folder;

    private final AtomicInteger parsed = new AtomicInteger();

    @BeforeEach
    void goodFiles() throws IOException {
        write("a.csv", "1");
        write("z.csv", "2");
    }

    @Test
    void inspect_aReaderThatFailsInAnyWay_refusesItsFileAlone() throws IOException {
        write("memory.csv", "memory");
        write("stack.csv", "stack");
        write("disk.csv", "disk");
        write("bug.csv", "bug");

        assertThat(reasons(Inventory.inspect(source(), KnownFiles.NONE, ProgressSink.NONE, InventoryTest::failing)))
                .containsExactly(
                        "a.csv null 1",
                        "bug.csv reader-failed:ArrayStoreException 0",
                        "disk.csv unreadable 0",
                        "memory.csv out-of-memory 0",
                        "stack.csv reader-failed:StackOverflowError 0",
                        "z.csv null 1");
    }

    @Test
    void inspect_aFileThatIsGoneSinceItWasListed_refusesItAlone() throws IOException {
        ReadOnlySource door = ReadOnlySource.of(folder);
        List<SourceFile> listed = door.files();
        Files.delete(folder.resolve("a.csv"));
        FileInspection inspection = new FileInspection(source(), door, KnownFiles.NONE, RecordReaders::open);

        assertThat(reasons(listed.stream().map(inspection::inspect).toList()))
                .containsExactly("a.csv changed-while-reading 0", "z.csv null 1");
    }

    @Test
    void inspect_aFileThatIsAsItWas_isNotOpened() throws IOException {
        ReadOnlySource door = ReadOnlySource.of(folder);
        KnownFiles known = known(Instant.MAX);
        List<SourceFile> listed = door.files();
        Files.delete(folder.resolve("a.csv"));
        FileInspection inspection = new FileInspection(source(), door, known, this::counted);

        List<ExtractFile> again = listed.stream().map(inspection::inspect).toList();

        assertThat(reasons(again)).containsExactly("a.csv null 1", "z.csv null 1");
        assertThat(again)
                .extracting(ExtractFile::digest)
                .containsExactlyElementsOf(
                        known.files().stream().map(KnownFiles.KnownFile::digest).toList());
        assertThat(parsed.get()).isZero();
    }

    @Test
    void inspect_knownBytesUnderAnotherName_areNotParsed() throws IOException {
        KnownFiles known = known(Instant.MIN);
        Files.move(folder.resolve("a.csv"), folder.resolve("b.csv"));

        assertThat(reasons(Inventory.inspect(source(), known, ProgressSink.NONE, this::counted)))
                .containsExactly("b.csv null 1", "z.csv null 1");
        assertThat(parsed.get()).isZero();
    }

    @Test
    void inspect_otherBytesOfTheSameSize_areParsed() throws IOException {
        KnownFiles known = known(Instant.MIN);
        write("a.csv", "7");

        assertThat(reasons(Inventory.inspect(source(), known, ProgressSink.NONE, this::counted)))
                .containsExactly("a.csv null 1", "z.csv null 1");
        assertThat(parsed.get()).isEqualTo(1);
    }

    @Test
    void inspect_knownBytesUnderANameOfAnotherFormat_areParsed() throws IOException {
        KnownFiles known = known(Instant.MIN);
        Files.move(folder.resolve("a.csv"), folder.resolve("a.gz"));

        assertThat(reasons(Inventory.inspect(source(), known, ProgressSink.NONE, this::counted))
                        .get(0))
                .startsWith("a.gz ")
                .doesNotContain("null");
    }

    /** @param settledBefore from when on a file's time of change does not tell a later one */
    private KnownFiles known(Instant settledBefore) {
        return new KnownFiles(Inventory.inspect(source(), KnownFiles.NONE, ProgressSink.NONE).stream()
                .map(file -> KnownFiles.KnownFile.of(file, settledBefore))
                .toList());
    }

    private RecordReader counted(StreamSpec stream, InputStream content, List<String> columns, String fileId)
            throws IOException {
        parsed.incrementAndGet();
        return RecordReaders.open(stream, content, columns, fileId);
    }

    /** A shell makes the name, for no Java program can. */
    @Test
    void inspect_aNameThatIsNoText_refusesItsFileAlone() throws Exception {
        assertThat(new ProcessBuilder("bash", "-c", "cp a.csv $'caf\\xe9.csv'")
                        .directory(folder.toFile())
                        .start()
                        .waitFor())
                .isZero();

        List<ExtractFile> files = Inventory.inspect(source(), KnownFiles.NONE, ProgressSink.NONE);

        assertThat(files).hasSize(3);
        assertThat(files)
                .filteredOn(file -> file.reason() != null)
                .singleElement()
                .satisfies(file -> {
                    assertThat(file.name()).startsWith("caf");
                    assertThat(file.reason()).isEqualTo("name-not-text");
                });
    }

    /** Neither waited for nor read: nobody writes to it. */
    @Test
    void inspect_aPipeAmongTheFiles_isNone() throws Exception {
        assertThat(new ProcessBuilder("mkfifo", folder.resolve("b.csv").toString())
                        .start()
                        .waitFor())
                .isZero();

        assertThat(reasons(Inventory.inspect(source(), KnownFiles.NONE, ProgressSink.NONE)))
                .containsExactly("a.csv null 1", "z.csv null 1");
    }

    private static RecordReader failing(StreamSpec stream, InputStream content, List<String> columns, String fileId)
            throws IOException {
        RecordReader records = RecordReaders.open(stream, content, columns, fileId);
        return new RecordReader() {
            @Override
            public boolean next() throws IOException {
                boolean more = records.next();
                switch (more ? records.text(0).orElse("") : "") {
                    case "memory" -> throw new OutOfMemoryError("planted");
                    case "stack" -> throw new StackOverflowError();
                    case "disk" -> throw new IOException("Input/output error");
                    case "bug" -> throw new ArrayStoreException();
                    default -> {
                        return more;
                    }
                }
            }

            @Override
            public long row() {
                return records.row();
            }

            @Override
            public Optional<String> fault() {
                return records.fault();
            }

            @Override
            public Optional<String> text(int column) {
                return records.text(column);
            }

            @Override
            public void close() throws IOException {
                records.close();
            }
        };
    }

    private static List<String> reasons(List<ExtractFile> files) {
        return files.stream()
                .map(file -> file.name() + " " + file.reason() + " " + file.read())
                .toList();
    }

    private SourceSpec source() {
        return new SourceSpec("source", Connectors.parse(AdmissionTest.CONNECTOR), folder, ZoneOffset.UTC, Map.of());
    }

    private void write(String name, String id) throws IOException {
        Files.writeString(folder.resolve(name), HEADER + id + ",1,20240229,20240102,030405,public,x\n");
    }
}
