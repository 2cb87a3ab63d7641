package com.opsatc.tenancy.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.tenancy.disk.PrivateDirectory;
import com.opsatc.tenancy.key.RootKey;
import com.opsatc.tenancy.key.SealedSecrets;
import com.opsatc.tenancy.key.local.RootKeyFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A server of its own, because these tests kill it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmbeddedPostgresTest {
    @TempDir
    static Path directory;

    private static Path postgres;
    private static EmbeddedPostgres server;
    private static Database database;

    @BeforeAll
    static void start() {
        Path home = PrivateDirectory.create(directory.resolve("a home"));
        postgres = PrivateDirectory.create(home.resolve("postgres"));
        server = server(new RootKeyFile(directory.resolve("root.key")).create(home));
        database = server.start();
        Migrations.apply(database);
    }

    @AfterAll
    static void stop() {
        server.stop();
        assertThat(server.processId()).isEmpty();
        database.close();
    }

    @Test
    @Order(1)
    void start_again_sharesThePostmaster() {
        long process = server.processId().orElseThrow();
        EmbeddedPostgres second =
                server(new RootKeyFile(directory.resolve("root.key")).open(directory.resolve("a home")));
        try (Database again = second.start()) {
            assertThat(again.url()).isEqualTo(database.url());
        }

        assertThat(second.processId()).contains(process);
    }

    @Test
    @Order(2)
    void start_byAnotherProcess_outlivesItAndIsShared() throws Exception {
        server.stop();
        assertThat(server.processId()).isEmpty();
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dopsatc.server.programs=" + System.getProperty("opsatc.server.programs"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said.strip())
                .isEqualTo(database.url() + " " + server.processId().orElseThrow());
        assertThat(server.processId()).isPresent();
    }

    @Test
    @Order(3)
    void connect_wrongPasswordOrNoneOrSuperuser_isRefused() {
        for (String user : List.of("opsatc", "opsatc_admin")) {
            try (Database wrong = Database.external(database.url(), user, "wrong".toCharArray())) {
                assertThatThrownBy(wrong::connect)
                        .isInstanceOfSatisfying(
                                PipelineException.class,
                                e -> assertThat(e.code()).isEqualTo(ErrorCode.DATABASE))
                        .hasMessageContaining("SQL state 28P01");
            }
        }

        Properties none = new Properties();
        none.put("user", "opsatc");
        none.put("password", "");
        assertThatThrownBy(() -> DriverManager.getConnection(database.url(), none))
                .isInstanceOf(SQLException.class);
    }

    @Test
    @Order(4)
    void settings_runningServer_areTheHardenedOnes() throws SQLException, IOException {
        assertThat(setting("fsync")).isEqualTo("on");
        assertThat(setting("synchronous_commit")).isEqualTo("on");
        assertThat(setting("full_page_writes")).isEqualTo("on");
        assertThat(setting("data_checksums")).isEqualTo("on");
        assertThat(setting("password_encryption")).isEqualTo("scram-sha-256");
        assertThat(setting("listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(Files.readString(postgres.resolve("data/postgresql.conf")))
                .contains("unix_socket_directories = ''\n"); // only a superuser may ask for it
        assertThat(setting("log_parameter_max_length")).isEqualTo("0");
        assertThat(setting("log_error_verbosity")).isEqualTo("terse");
        assertThat(one("SELECT rolsuper OR rolcreatedb OR rolbypassrls FROM pg_roles"
                        + " WHERE rolname = current_user"))
                .isEqualTo("f");
        assertThat(one("SELECT rolcreaterole FROM pg_roles WHERE rolname = current_user"))
                .as("a login for every tenant")
                .isEqualTo("t");
        assertThat(one("SELECT has_database_privilege('opsatc', 'postgres', 'CONNECT')"))
                .isEqualTo("f");
    }

    @Test
    @Order(5)
    void files_home_areForTheirOwnerOnly() throws IOException {
        try (Stream<Path> files = Files.walk(postgres)) {
            List<String> open = new ArrayList<>();
            for (Path file : files.toList()) {
                if (Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS)
                                        .size()
                                > 3
                        || com.opsatc.tenancy.disk.Permissions.openToOthers(file)) {
                    open.add(postgres.relativize(file).toString());
                }
            }

            assertThat(open).isEmpty();
        }

        assertThat(postgres.resolve("initial-password")).doesNotExist();
        assertThat(postgres.resolve(ServerBinaries.version())).doesNotExist(); // the build unpacked the programs
    }

    @Test
    @Order(6)
    void migrate_schema_isWhatIcebergMakesAndIsAppliedOnce() throws SQLException {
        Migrations.apply(database);
        assertThat(one("SELECT count(*) FROM flyway_schema_history")).isEqualTo("8");
        assertThat(one("SELECT max(version) FROM flyway_schema_history")).isEqualTo(Migrations.LATEST);
        assertThat(one("SELECT string_agg(column_name || ' ' || character_maximum_length, ', ' ORDER BY"
                        + " ordinal_position) FROM information_schema.columns WHERE table_name ="
                        + " 'iceberg_tables'"))
                .isEqualTo("catalog_name 255, table_namespace 255, table_name 255, metadata_location 1000,"
                        + " previous_metadata_location 1000, iceberg_type 5");
        assertThat(one("SELECT tableowner FROM pg_tables WHERE tablename = 'head'"))
                .isEqualTo("opsatc");
    }

    @Test
    @Order(7)
    void kill_rightAfterAnAcknowledgedCommit_losesNothing() throws Exception {
        for (int round = 1; round <= 3; round++) {
            int number = round;
            database.transact("test", handle -> {
                handle.execute("CREATE TABLE IF NOT EXISTS kept (n int)");
                return handle.execute("INSERT INTO kept VALUES (" + number + ")");
            });
            ProcessHandle postmaster =
                    ProcessHandle.of(server.processId().orElseThrow()).orElseThrow();
            postmaster.destroyForcibly();
            assertThatThrownBy(() -> {
                        while (true) {
                            database.connect().close(); // until the dead server stops answering
                        }
                    })
                    .isInstanceOf(PipelineException.class)
                    .hasMessageStartingWith("Cannot reach the platform database: the database answered SQL state ");
            database.close();
            database = server.start();
            assertThat(one("SELECT string_agg(n::text, ',' ORDER BY n) FROM kept"))
                    .isEqualTo(Stream.iterate(1, n -> n + 1)
                            .limit(round)
                            .map(String::valueOf)
                            .collect(java.util.stream.Collectors.joining(",")));
        }
    }

    @Test
    @Order(8)
    void start_stalePidFileOfAnotherProgram_isOverruled() throws IOException {
        server.stop();
        Path pidFile = postgres.resolve("data/postmaster.pid");
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n" + postgres + "\n0\n1\n\n127.0.0.1\n");
        database.close();
        database = server.start();
        assertThat(server.processId())
                .isPresent()
                .isNotEqualTo(java.util.Optional.of(ProcessHandle.current().pid()));
    }

    @Test
    @Order(9)
    void start_portTakenByAnotherProgram_movesAndDoesNotEvenAskIt() throws Exception {
        server.stop();
        int port = Integer.parseInt(Files.readString(postgres.resolve("port")));
        try (RogueServer thief = new RogueServer(RogueServer.Manner.TRUST, port)) {
            assertThatThrownBy(database::connect)
                    .hasMessageContaining("is not believed to be it, because it lets in without a password");
            thief.heard().clear();
            database.close();
            database = server.start();
            assertThat(database.url()).doesNotContain(":" + port + "/");
            assertThat(thief.heard()).isEmpty();
        }

        assertThat(one("SELECT 1")).isEqualTo("1");
    }

    @Test
    @Order(10)
    void log_failedStatement_holdsNoValue() throws IOException {
        assertThatThrownBy(() -> database.transact(
                        "test",
                        handle -> handle.createQuery("SELECT CAST(:value AS int)")
                                .bind("value", "CANARY-1")
                                .mapTo(int.class)
                                .one()))
                .as("what Jdbi puts around it repeats statement and values")
                .hasCauseInstanceOf(SQLException.class)
                .isInstanceOf(PipelineException.class)
                .hasMessage(
                        "Cannot test: the database answered SQL state 22P02; see `opsatc doctor` and the server's log");
        assertThatThrownBy(() ->
                        database.transact("test", handle -> handle.execute("INSERT INTO nowhere VALUES ('CANARY-2')")))
                .isInstanceOf(PipelineException.class);
        assertThat(Files.readString(postgres.resolve("server.log")))
                .doesNotContain("CANARY")
                .contains("ready to accept connections");
    }

    @Test
    @Order(11)
    void external_urlWithPasswordOrOtherKind_isRefusedWithoutRepeatingIt() {
        for (String url : List.of(
                "jdbc:postgresql://db/opsatc?password=hunter2",
                "jdbc:postgresql://hunter2@db/opsatc",
                "jdbc:h2:mem:hunter2")) {
            assertThatThrownBy(() -> Database.external(url, "opsatc", new char[0]))
                    .isInstanceOf(PipelineException.class)
                    .hasMessageNotContaining("hunter2")
                    .hasMessageStartingWith("Cannot use the database URL");
        }
    }

    @Test
    @Order(12)
    void external_sameServer_runsTheSameMigrations() throws SQLException {
        char[] password = EmbeddedPostgres.hex(
                new SealedSecrets(postgres, new RootKeyFile(directory.resolve("root.key")).open(postgres.getParent()))
                        .open("application"));
        try (Database external = Database.external(database.url(), "opsatc", password)) {
            Migrations.apply(external);
            assertThat(external.toString()).doesNotContain(new String(password));
            assertThat(external.connectionProperties().toString()).doesNotContain(new String(password));
        }
    }

    @Test
    void archive_everySupportedPlatform_isOnTheClassPath() {
        for (String[] platform : new String[][] {
            {"Linux", "amd64"}, {"Linux", "aarch64"}, {"Mac OS X", "x86_64"}, {"Mac OS X", "aarch64"}
        }) {
            assertThat(ServerArchive.class.getResource("/" + ServerArchive.archive(platform[0], platform[1])))
                    .as(platform[0] + " " + platform[1])
                    .isNotNull();
        }

        assertThatThrownBy(() -> ServerArchive.archive("Windows 11", "amd64"))
                .hasMessage(
                        "Cannot start the embedded database on Windows 11 amd64: there are binaries for Linux and macOS"
                                + " on x86-64 and Arm 64 only; use a server of your own by URL");
    }

    @Test
    void construct_pathThatAShellWouldRead_isRefused(@TempDir Path other) {
        Path odd = PrivateDirectory.create(other.resolve("a$HOME"));
        assertThatThrownBy(() -> new EmbeddedPostgres(odd, null))
                .hasMessageContaining("the path has a quote, dollar, backquote or backslash");
    }

    private static EmbeddedPostgres server(RootKey root) {
        return new EmbeddedPostgres(postgres, new SealedSecrets(postgres, root));
    }

    private static String setting(String name) throws SQLException {
        return one("SHOW " + name);
    }

    private static String one(String sql) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
