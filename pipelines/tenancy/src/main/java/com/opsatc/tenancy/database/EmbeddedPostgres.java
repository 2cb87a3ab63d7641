package com.opsatc.tenancy.database;

import com.google.crypto.tink.subtle.Hex;
import com.google.crypto.tink.subtle.Random;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.tenancy.disk.DurableFile;
import com.opsatc.tenancy.disk.ExclusiveFile;
import com.opsatc.tenancy.disk.PrivateDirectory;
import com.opsatc.tenancy.key.SealedSecrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The home's own PostgreSQL server: one postmaster that outlives the command and that all commands on the home share.
 *
 * <p>Guarantee: it listens on 127.0.0.1 only, asks for a password always (SCRAM, both passwords random and sealed by the
 * root key), and what it acknowledged survives its being killed. It is started when a command needs it and is not running,
 * under the home's lock, and stopped only by {@link #stop}. A copy of the folder is a server of its own: it leaves the
 * original's running, and gets another password, so that neither folder's commands can log in to the other's server. A home path with a quote, dollar, backquote or backslash is
 * refused, because the server's own starter hands it to a shell.
 */
public final class EmbeddedPostgres {
    private static final String SUPERUSER = "opsatc_admin";
    private static final String SUPERUSER_SECRET = "superuser";
    private static final int ATTEMPTS = 20;
    private static final int PASSWORD_BYTES = 32;

    private final ServerDirectory directory;
    private final SealedSecrets secrets;

    /**
     * @param directory the home's {@code postgres} folder
     * @param secrets where the passwords are sealed
     */
    public EmbeddedPostgres(Path directory, SealedSecrets secrets) {
        PrivateDirectory.requirePrivate(directory);
        if (directory.toString().matches(".*[\"'$`\\\\\\n].*")) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot start the embedded database in " + directory
                            + ": the path has a quote, dollar, backquote or backslash; choose another home");
        }

        this.directory = new ServerDirectory(directory);
        this.secrets = secrets;
    }

    /** Connects to the running server, or makes and starts it first. */
    public Database start() {
        try {
            boolean settled = directory.atItsPlace() && !directory.renamed();
            Optional<Database> running = settled ? applicationAt(directory.runningPort()) : Optional.empty();
            if (running.isPresent()) {
                return running.get();
            }

            try (ExclusiveFile lock = ExclusiveFile.lock(directory.lock())) {
                return startLocked();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the server, letting no transaction finish; nothing happens when it does not run. */
    public void stop() {
        stop(directory);
    }

    /** The process id of the running server. */
    public Optional<Long> processId() {
        return processId(directory);
    }

    /** As {@link #stop()}, of the server in a home's {@code postgres} folder; needs no secret. */
    public static void stop(Path directory) {
        stop(new ServerDirectory(directory));
    }

    /** As {@link #processId()}, of the server in a home's {@code postgres} folder; needs no secret. */
    public static Optional<Long> processId(Path directory) {
        return processId(new ServerDirectory(directory));
    }

    private static void stop(ServerDirectory directory) {
        try (ExclusiveFile lock = ExclusiveFile.lock(directory.lock())) {
            stopLocked(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stopLocked(ServerDirectory directory) throws IOException {
        if (directory.server().isPresent()
                && !programs(directory)
                        .run("pg_ctl", "stop", "-D", directory.data().toString(), "-m", "fast", "-w")) {
            throw new PipelineException(
                    ErrorCode.DATABASE,
                    "Cannot stop the embedded database in " + directory.root() + ": pg_ctl failed; read "
                            + directory.log());
        }
    }

    private static Optional<Long> processId(ServerDirectory directory) {
        try {
            return directory.server().map(ProcessHandle::pid);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Database startLocked() throws IOException {
        ServerPrograms programs = programs(directory);
        if (!directory.initialised()) {
            initialise(programs);
        }

        if (directory.renamed()) {
            stopLocked(directory);
        }

        OptionalInt running = directory.runningPort();
        int port = running.isPresent() ? running.getAsInt() : startServer(programs);
        directory.rememberPort(port);
        char[] password = hex(secrets.open(SUPERUSER_SECRET));
        try (Database admin = Database.external(url(port, "postgres"), SUPERUSER, password)) {
            ApplicationRole role = new ApplicationRole(admin, secrets);
            requireThisData(admin);
            if (directory.atItsPlace()) {
                role.prepare();
            } else {
                role.renew();
                directory.rememberPlace(); // last: a killed command's successor renews again
            }
        } finally {
            Arrays.fill(password, '\0');
        }
        return applicationAt(OptionalInt.of(port)).orElseThrow(() -> cannotStart("it refuses the application's role"));
    }

    /** The superuser's password is a copy's too: what the server itself reads as its pid file tells them apart. */
    private void requireThisData(Database admin) throws IOException {
        String own = Long.toString(directory.server().map(ProcessHandle::pid).orElse(-1L));
        boolean same = admin.transact(
                "ask the server for its data",
                handle -> handle.createQuery("SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)")
                        .mapTo(String.class)
                        .one()
                        .equals(own));
        if (!same) {
            throw cannotStart("another server answers on its port");
        }
    }

    private void initialise(ServerPrograms programs) throws IOException {
        Path unfinished = directory.root().resolve("data.new");
        Path passwordFile = directory.root().resolve("initial-password");
        PrivateDirectory.delete(unfinished); // left by a process that was killed
        byte[] secret = Random.randBytes(PASSWORD_BYTES);
        secrets.replace(SUPERUSER_SECRET, secret);
        try {
            DurableFile.replace(passwordFile, Hex.encode(secret).getBytes(StandardCharsets.US_ASCII));
            boolean made = programs.run(
                    "initdb",
                    "--pgdata=" + unfinished,
                    "--username=" + SUPERUSER,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--no-locale",
                    "--data-checksums");
            if (!made) {
                throw cannotStart("initdb failed");
            }
        } finally {
            Files.deleteIfExists(passwordFile);
            Arrays.fill(secret, (byte) 0);
        }
        ServerConfiguration.write(unfinished);
        Files.move(unfinished, directory.data(), StandardCopyOption.ATOMIC_MOVE);
        PrivateDirectory.sync(directory.root());
    }

    /**
     * Starts the postmaster. Retried, because another program may take the port between the choice and the start, and
     * because the processes of a killed server hold its memory for a moment.
     */
    private int startServer(ServerPrograms programs) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            directory.forgetDeadServer();
            int port = freePort(attempt == 0 ? directory.port() : OptionalInt.empty());
            boolean started = programs.run(
                    "pg_ctl",
                    "start",
                    "-D",
                    directory.data().toString(),
                    "-l",
                    directory.log().toString(),
                    "-o",
                    "-p " + port,
                    "-w",
                    "-t",
                    "60");
            if (started) {
                return port;
            }

            pause();
        }

        throw cannotStart("pg_ctl failed " + ATTEMPTS + " times");
    }

    private Optional<Database> applicationAt(OptionalInt port) {
        Optional<byte[]> secret = port.isEmpty() ? Optional.empty() : secrets.find(ApplicationRole.SECRET);
        if (secret.isEmpty()) {
            return Optional.empty();
        }

        char[] password = hex(secret.get());
        Database database =
                Database.external(url(port.getAsInt(), ApplicationRole.NAME), ApplicationRole.NAME, password);
        Arrays.fill(password, '\0');
        try (Connection connection = database.open()) {
            if (mayMakeRoles(connection)) {
                return Optional.of(database);
            }
            database.close();
        } catch (SQLException e) {
            database.close();
            return Optional.empty(); // not running, or not ours: the caller looks closer under the lock
        }
        return Optional.empty();
    }

    /** Not while a release before it, which had no other roles, is the last that started the server. */
    private static boolean mayMakeRoles(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet role =
                        statement.executeQuery("SELECT rolcreaterole FROM pg_roles WHERE rolname = session_user")) {
            return role.next() && role.getBoolean(1);
        }
    }

    private static ServerPrograms programs(ServerDirectory directory) throws IOException {
        return new ServerPrograms(ServerBinaries.of(directory.root()), directory.log());
    }

    private PipelineException cannotStart(String why) {
        return new PipelineException(
                ErrorCode.DATABASE,
                "Cannot start the embedded database in " + directory.root() + ": " + why + "; read " + directory.log()
                        + " (as root it needs user namespaces: else run as an ordinary user), or use a server of your"
                        + " own by URL");
    }

    private static int freePort(OptionalInt wanted) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        if (wanted.isPresent()) {
            try (ServerSocket socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(loopback, wanted.getAsInt()));
                return wanted.getAsInt();
            } catch (IOException e) {
                return freePort(OptionalInt.empty()); // taken by another program meanwhile
            }
        }

        try (ServerSocket socket = new ServerSocket(0, 1, loopback)) {
            return socket.getLocalPort();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    static char[] hex(byte[] secret) {
        char[] text = new char[secret.length * 2];
        for (int i = 0; i < secret.length; i++) {
            text[2 * i] = Character.forDigit((secret[i] >> 4) & 15, 16);
            text[2 * i + 1] = Character.forDigit(secret[i] & 15, 16);
        }

        Arrays.fill(secret, (byte) 0);
        return text;
    }
}
