package com.opsatc.tenancy.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.tenancy.disk.PrivateDirectory;
import com.opsatc.tenancy.key.RootKey;
import com.opsatc.tenancy.key.SealedSecrets;
import com.opsatc.tenancy.key.local.RootKeyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server's folder that is copied while the server runs, as by {@code cp -a}. */
class CopiedDataTest {
    private static final String PID_FILE = "data/postmaster.pid";

    @TempDir
    private Path directory;

    @Test
    void start_copyOfARunningFolder_isAServerOfItsOwnAndTheOriginalStays() throws Exception {
        Path original = PrivateDirectory.create(directory.resolve("home"));
        Path copy = directory.resolve("home2");
        EmbeddedPostgres first = server(original);
        EmbeddedPostgres second = null;
        try (Database before = first.start()) {
            write(before, "original");
            long process = first.processId().orElseThrow();
            copy(original, copy);
            second = server(copy);

            assertThat(second.processId())
                    .as("the copied pid file is the original's")
                    .isEmpty();
            second.stop();
            assertThat(first.processId()).contains(process);

            try (Database own = second.start()) {
                assertThat(second.processId()).isPresent().isNotEqualTo(first.processId());
                assertThat(own.url()).isNotEqualTo(before.url());
                assertThat(words(own)).containsExactly("original");
                write(own, "copy");
                assertThat(words(own)).containsExactly("copy", "original");
                assertRefused(before, own.url());
                assertRefused(own, before.url());
            }

            assertThat(words(before)).containsExactly("original");
            try (Database again = first.start()) {
                assertThat(again.url()).isEqualTo(before.url());
                assertThat(words(again)).containsExactly("original");
            }

            pidFileOfAnother(second, copy, original);
        } finally {
            first.stop();
            if (second != null) {
                second.stop();
            }
        }
    }

    /** A stale pid file whose process id and port another home's running server has by now. */
    private static void pidFileOfAnother(EmbeddedPostgres second, Path copy, Path original)
            throws IOException, SQLException {
        second.stop();
        Files.copy(original.resolve(PID_FILE), copy.resolve(PID_FILE));
        assertThat(second.processId()).isEmpty();
        try (Database own = second.start()) {
            assertThat(words(own)).containsExactly("copy", "original");
        }
    }

    @Test
    void start_renamedFolder_hasItsServerStartedAnew() throws Exception {
        Path home = PrivateDirectory.create(directory.resolve("home"));
        EmbeddedPostgres before = server(home);
        try (Database database = before.start()) {
            write(database, "kept");
        }
        ProcessHandle process =
                ProcessHandle.of(before.processId().orElseThrow()).orElseThrow();
        EmbeddedPostgres after = server(Files.move(home, directory.resolve("renamed")));
        assertThat(after.processId()).contains(process.pid());
        try (Database database = after.start()) {
            process.onExit().get(10, TimeUnit.SECONDS);
            assertThat(words(database)).containsExactly("kept");
        } finally {
            after.stop();
        }

        assertThat(after.processId()).isEmpty();
    }

    private void assertRefused(Database login, String elsewhere) throws Exception {
        char[] password = PasswordRing.copy(login.connectionProperties().get(RingPassword.REFERENCE));
        try (Database other = Database.external(elsewhere, "opsatc", password)) {
            assertThatThrownBy(other::connect)
                    .hasMessage(
                            "Cannot reach the platform database: the database answered SQL state 28P01: it is another"
                                    + " home's, or its password was changed; run `opsatc doctor`, which starts the home's"
                                    + " own server when it does not run");
        }
    }

    private EmbeddedPostgres server(Path folder) {
        Path key = directory.resolve("root.key");
        RootKey root = Files.exists(key) ? new RootKeyFile(key).open(folder) : new RootKeyFile(key).create(folder);
        return new EmbeddedPostgres(folder, new SealedSecrets(folder, root));
    }

    private static void write(Database database, String word) {
        database.transact("write", handle -> {
            try (var statement = handle.getConnection().createStatement()) {
                statement.execute("CREATE TABLE IF NOT EXISTS word (word text)");
                return statement.executeUpdate("INSERT INTO word VALUES ('" + word + "')");
            }
        });
    }

    private static List<String> words(Database database) throws SQLException {
        return database.transact("read", handle -> {
            try (var statement = handle.getConnection().createStatement();
                    var known = statement.executeQuery("SELECT to_regclass('word') IS NULL")) {
                if (known.next() && known.getBoolean(1)) {
                    return List.of();
                }
            }
            try (var statement = handle.getConnection().createStatement();
                    var row = statement.executeQuery(
                            "SELECT coalesce(string_agg(word, ',' ORDER BY word), '') FROM word")) {
                row.next();
                return List.of(row.getString(1).split(","));
            }
        });
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        to.resolve(from.relativize(file).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
            }
        }
    }
}
