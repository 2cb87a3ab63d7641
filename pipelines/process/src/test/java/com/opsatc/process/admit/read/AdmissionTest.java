package com.opsatc.process.admit.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.connector.Connector;
import com.opsatc.connector.Connectors;
import com.opsatc.contract.run.ProgressSink;
import com.opsatc.process.admit.Admitted;
import com.opsatc.process.testing.LocalSpark;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public final class AdmissionTest {
    public static final String CONNECTOR = """
        id: shop/lines
        version: 1
        system: shop
        process: lines
        title: Lines
        description: Lines of a shop.
        case-notion: order
        streams:
          lines:
            description: Lines.
            files: "*.csv, *.csv.gz"
            format: csv
            key: [id]
            cursor: changed
            columns:
              id: {from: Id, type: string, required: true, description: Line.}
              quantity: {from: Quantity, type: decimal, description: Quantity.}
              due: {from: Due, type: date, formats: [yyyyMMdd], nulls: ["00000000"], required: true, description: Due.}
              changed: {from: [Day, Time], type: instant, formats: ["yyyyMMdd HHmmss"], zone: Europe/Berlin, description: Change.}
              note: {from: Note, type: string, only-when: {column: Kind, in: [public]}, description: Note.}
        events:
          - {stream: lines, case: id, activity: "'Change'", time: changed}
        """;

    private static final String HEADER = "Id,Quantity,Due,Day,Time,Kind,Note,Clerk\n";

    @TempDir
    private Path folder;

    @Test
    void read_goodAndBadRows_placesEachWithItsFirstReason() throws Exception {
        write(
                "a.csv",
                HEADER
                        + "1,2.5-,20240229,20240102,030405,public,hello,CANARY-CLERK\n"
                        + ",1,20240229,20240102,030405,public,x,CANARY-CLERK\n"
                        + "3,much,2024,20240102,030405,public,x,CANARY-CLERK\n"
                        + "4,1,00000000,20240102,030405,public,x,CANARY-CLERK\n"
                        + "5,1\n"
                        + "6,,20240301,,030405,private,CANARY-NOTE,CANARY-CLERK\n"
                        + "7,1,20240229,19691231,030405,public,x,CANARY-CLERK\n"
                        + "8,1,99991231,20240102,030405,public,x,CANARY-CLERK\n"
                        + "9,1,20240229,21000101,010000,public,x,CANARY-CLERK\n"
                        + "0,1,20991231,21000101,005959,private,x,CANARY-CLERK\n");

        Admitted admitted = admitted();

        StreamBatch batch = admitted.batches().get("lines");
        String digest = admitted.files().get(0).digest().hex();
        assertThat(texts(batch.quarantined().orderBy("row").collectAsList()))
                .containsExactly(
                        "[source,lines," + digest + ",2,required:id]",
                        "[source,lines," + digest + ",3,type:quantity]",
                        "[source,lines," + digest + ",4,required:due]",
                        "[source,lines," + digest + ",5,ragged]",
                        "[source,lines," + digest + ",7,time-before-1970]",
                        "[source,lines," + digest + ",8,time-after-2099]",
                        "[source,lines," + digest + ",9,time-after-2099]");
        assertThat(texts(batch.accepted()
                        .selectExpr("id", "quantity", "due", "unix_micros(changed)", "note", "_row", "_key", "_cursor")
                        .orderBy("id")
                        .collectAsList()))
                .containsExactly(
                        "[0,1.000000000,2099-12-31,4102444799000000,null,10,0,800e9326dcf47dc0]",
                        "[1,-2.500000000,2024-02-29,1704161045000000,hello,1,1,80060dece9ba2f40]",
                        "[6,null,2024-03-01,null,null,6,6,null]");
        assertThat(admitted.files().get(0).read()).isEqualTo(10);
        assertThat(batch.accepted().schema()).isEqualTo(Admission.schema(admitted.source(), "lines"));
        assertThat(texts(batch.accepted().collectAsList()).toString()).doesNotContain("CANARY");
    }

    @Test
    void inspect_brokenFilesAmongGoodOnes_refusesThemWithTheirReason() throws Exception {
        byte[] good = (HEADER + "1,1,20240229,20240102,030405,public,x,y\n").getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("a.csv"), good);
        Files.write(folder.resolve("a_again.csv"), good);
        byte[] gzip = gzip(good);
        Files.write(folder.resolve("b.csv.gz"), gzip);
        Files.write(folder.resolve("c.csv.gz"), Arrays.copyOf(gzip, gzip.length - 5));
        Files.write(folder.resolve("d.csv"), "Id,Due,Name\n1,20240229,\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        write("e.csv", "Id,Quantity\n1,2\n");
        write("f.csv", "PAR1");
        write("g.txt", "not ours");
        write("h.csv", "");

        List<ExtractFile> files = Inventory.inspect(source(), KnownFiles.NONE, ProgressSink.NONE);

        assertThat(files.stream()
                        .map(file -> file.name() + " " + file.stream() + " " + file.status() + " " + file.reason() + " "
                                + file.read()))
                .containsExactly(
                        "a.csv lines ADMITTED null 1",
                        "a_again.csv lines COPY null 1",
                        "b.csv.gz lines ADMITTED null 1",
                        "c.csv.gz lines REFUSED truncated-gzip 0",
                        "d.csv lines REFUSED wrong-encoding:windows-1252 0",
                        "e.csv lines REFUSED missing-column:Due 0",
                        "f.csv lines REFUSED not-declared-format:parquet 0",
                        "g.txt - REFUSED no-stream:*.csv, *.csv.gz 0",
                        "h.csv lines ADMITTED null 0");
        assertThat(Admission.read(LocalSpark.session(), source(), "lines", files, null)
                        .accepted()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void read_aFileThatChangedAfterItsInspection_fails() throws Exception {
        write("a.csv", HEADER + "1,1,20240229,20240102,030405,public,x,y\n");
        List<ExtractFile> files = Inventory.inspect(source(), KnownFiles.NONE, ProgressSink.NONE);
        write("a.csv", HEADER + "1,9,20240229,20240102,030405,public,x,y\n");

        StreamBatch batch = Admission.read(LocalSpark.session(), source(), "lines", files, null);

        assertThatThrownBy(() -> batch.accepted().count())
                .hasStackTraceContaining("Cannot admit the extract file with digest "
                        + files.get(0).digest() + ": its bytes changed after it was inspected");
    }

    private SourceSpec source() {
        return new SourceSpec("source", connector(), folder, ZoneOffset.UTC, Map.of());
    }

    private Admitted admitted() {
        return Admitted.of(connector(), folder, Map.of());
    }

    private static Connector connector() {
        return Connectors.parse(CONNECTOR);
    }

    private void write(String name, String text) throws Exception {
        Files.writeString(folder.resolve(name), text);
    }

    private static List<String> texts(List<?> rows) {
        return rows.stream().map(Object::toString).toList();
    }

    private static byte[] gzip(byte[] content) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }

        return bytes.toByteArray();
    }
}
