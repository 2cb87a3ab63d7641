package com.opsatc.tenancy.iceberg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.subtle.Hex;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.scope.Platforms;
import com.opsatc.tenancy.scope.TenantScope;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.PositionOutputStream;
import org.apache.iceberg.io.SeekableInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Platforms.Extension.class)
class EncryptedFileIOTest {
    private static final byte[] BYTES = "0123456789".getBytes(StandardCharsets.US_ASCII);

    private final TenantScope scope;
    private final EncryptedFileIO io = new EncryptedFileIO();
    private final String location;

    EncryptedFileIOTest(TenantScope scope) {
        this.scope = scope;
        io.initialize(IcebergCatalog.properties(scope));
        location = "opsatc://" + scope.tenant() + "/tables/t/f.avro";
    }

    @Test
    void serialise_fileIo_holdsNeitherKeyNorPasswordNorConnection() throws Exception {
        var bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(io);
        byte[] serialised = bytes.toByteArray();
        String text = new String(serialised, StandardCharsets.ISO_8859_1);
        assertThat(text)
                .contains(scope.keyReference())
                .doesNotContain("jdbc", "postgres", "password", "authentication", "db-", "5432", "uri", "warehouse");

        List<byte[]> secrets = Platforms.secrets(scope);
        assertThat(found(secrets, secrets.get(0))).isNotEmpty(); // the search finds what is there
        assertThat(found(secrets, serialised)).isEmpty();
        assertThat(found(
                        secrets,
                        IcebergCatalog.sparkProperties(scope).toString().getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(io.properties()).containsOnlyKeys(EncryptedFileIO.KEY_REFERENCE, EncryptedFileIO.TENANT);
        assertThat(io).hasToString("EncryptedFileIO[" + scope.tenant() + "]");

        write(io);
        EncryptedFileIO copy =
                (EncryptedFileIO) new ObjectInputStream(new ByteArrayInputStream(serialised)).readObject();
        assertThat(readAll(copy.newInputFile(location))).isEqualTo(BYTES);
        scope.close();
        assertThatThrownBy(() -> copy.newInputFile(location))
                .isInstanceOf(PipelineException.class)
                .hasMessageStartingWith("Cannot resolve a key reference: no open scope of this process has it");
    }

    @Test
    void newInputFile_lengthsAndPositions_areThePlaintexts() throws IOException {
        write(io);
        assertThat(io.newInputFile(location).getLength()).isEqualTo(10);
        assertThat(io.newInputFile(location, 10).getLength()).isEqualTo(10);
        try (SeekableInputStream in = io.newInputFile(location).newStream()) {
            in.seek(7);
            assertThat(in.read()).isEqualTo('7');
            assertThat(in.getPos()).isEqualTo(8);
            assertThat(in.available()).isEqualTo(2);
            assertThat(in.skip(1)).isEqualTo(1);
            assertThat(in.skip(5)).isEqualTo(1);
            assertThat(in.read()).isEqualTo(-1);
            assertThat(in.read(new byte[2], 0, 2)).isEqualTo(-1);
            in.seek(0);
            assertThat(in.readNBytes(3)).containsExactly('0', '1', '2');
            in.close();
        }
    }

    @Test
    void newOutputFile_closedTwiceOrWrittenTwice_isWrittenOnce() throws IOException {
        write(io);
        assertThatThrownBy(() -> io.newOutputFile(location).create()).isInstanceOf(AlreadyExistsException.class);
        assertThatThrownBy(() -> io.newOutputFile(location).createOrOverwrite())
                .isInstanceOf(AlreadyExistsException.class)
                .hasMessage("Cannot write tables/t/f.avro: the file exists");
        assertThat(readAll(io.newOutputFile(location).toInputFile())).isEqualTo(BYTES);
    }

    @Test
    void delete_missing_isDone() throws IOException {
        write(io);
        io.deleteFile(location);
        io.deleteFile(location);
        assertThat(io.newInputFile(location).exists()).isFalse();
        assertThatThrownBy(() -> io.newInputFile(location).newStream())
                .isInstanceOf(NotFoundException.class)
                .hasMessage("Cannot read tables/t/f.avro: there is no such file in the store");
        assertThatThrownBy(() -> io.newInputFile(location).getLength()).isInstanceOf(NotFoundException.class);
    }

    @Test
    void newInputFile_otherKindsOfLocation_areRefused() {
        for (String bad : List.of(
                "file:///etc/passwd",
                "/etc/passwd",
                "tables/t/f.avro",
                "opsatc://other/tables/t/f.avro",
                "opsatc://" + scope.tenant() + "x/tables/t/f.avro",
                "OPSATC://" + scope.tenant() + "/tables/t/f.avro",
                "opsatc://" + scope.tenant() + "/../other/tables/f.avro")) {
            assertThatThrownBy(() -> io.newInputFile(bad).exists()).as(bad).isInstanceOf(PipelineException.class);
            assertThatThrownBy(() -> io.newOutputFile(bad).create()).as(bad).isInstanceOf(PipelineException.class);
            assertThatThrownBy(() -> io.deleteFile(bad)).as(bad).isInstanceOf(PipelineException.class);
        }
    }

    @Test
    void sparkProperties_scope_isTheDocumentedSet() {
        TenantId tenant = scope.tenant();
        String catalog = "spark.sql.catalog." + IcebergCatalog.alias(tenant);
        SortedMap<String, String> properties = new TreeMap<>(IcebergCatalog.sparkProperties(scope));
        assertThat(properties.remove(catalog + ".uri")).startsWith("jdbc:postgresql://127.0.0.1:");
        assertThat(properties.remove(catalog + ".opsatc.key-ref")).isEqualTo(scope.keyReference());
        assertThat(properties.remove(catalog + ".jdbc.opsatc.password-ref")).startsWith("db-");
        assertThat(properties.keySet().stream().map(key -> key.replace(catalog, "")))
                .containsExactly(
                        "",
                        ".cache-enabled",
                        ".catalog-impl",
                        ".io-impl",
                        ".jdbc.ApplicationName",
                        ".jdbc.authenticationPluginClassName",
                        ".jdbc.connectTimeout",
                        ".jdbc.gssEncMode",
                        ".jdbc.init-catalog-tables",
                        ".jdbc.logServerErrorDetail",
                        ".jdbc.schema-version",
                        ".jdbc.socketFactory",
                        ".jdbc.sslmode",
                        ".jdbc.tcpKeepAlive",
                        ".jdbc.user",
                        ".metrics-reporter-impl",
                        ".opsatc.tenant",
                        ".warehouse");
        assertThat(properties.get(catalog + ".cache-enabled")).isEqualTo("false");
        assertThat(IcebergCatalog.alias(new TenantId("k8s-prod-eu"))).isEqualTo("t_k8s_prod_eu");
    }

    private void write(EncryptedFileIO fileIo) throws IOException {
        PositionOutputStream out = fileIo.newOutputFile(location).create();
        out.write(BYTES, 0, 4);
        assertThat(out.getPos()).isEqualTo(4);
        out.write(BYTES, 4, 6);
        out.close();
        out.close();
    }

    private static byte[] readAll(InputFile file) throws IOException {
        try (SeekableInputStream in = file.newStream()) {
            return in.readAllBytes();
        }
    }

    /** Runs of 8 bytes of a secret, in clear or as hexadecimal digits, found elsewhere. */
    private static List<String> found(List<byte[]> secrets, byte[] elsewhere) {
        String text = new String(elsewhere, StandardCharsets.ISO_8859_1);
        List<String> found = new ArrayList<>();
        for (byte[] secret : secrets) {
            String clear = new String(secret, StandardCharsets.ISO_8859_1);
            String hex = Hex.encode(secret);
            for (int i = 0; i + 8 <= secret.length; i++) {
                if (text.contains(clear.substring(i, i + 8)) || text.contains(hex.substring(2 * i, 2 * i + 16))) {
                    found.add(hex.substring(2 * i, 2 * i + 16));
                }
            }
        }

        return found;
    }
}
