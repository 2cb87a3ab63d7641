package com.opsatc.jobs.schedule.queue;

import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.backend.RootKeys;
import com.opsatc.tenancy.disk.PrivateDirectory;
import com.opsatc.tenancy.home.Home;
import com.opsatc.tenancy.scope.Tenancy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** A real queue, in one embedded server for all tests of a JVM; stopped and removed at its end. */
final class TestQueue {
    /** Fast enough for a test: takes over after a second. */
    static final Pace PACE = new Pace(2, Duration.ofMillis(20), Duration.ofMillis(250), Duration.ofMillis(50));

    private static final Path FOLDER = folder();
    private static final Tenancy TENANCY = open(FOLDER.resolve("home"), FOLDER.resolve("key/root.key"));

    private TestQueue() {}

    static Tenancy open(Path home, Path rootKey) {
        return Tenancy.open(Home.create(home), RootKeys.of(rootKey.toString()));
    }

    static Path home() {
        return FOLDER.resolve("home");
    }

    static Path rootKey() {
        return FOLDER.resolve("key/root.key");
    }

    static DataSource queue() {
        return TENANCY.jobQueue();
    }

    static JobScheduler.Ground ground(Clock clock, Supplier<List<TenantId>> tenants) {
        return new JobScheduler.Ground(queue(), tenants, clock, PACE);
    }

    static JobScheduler.Ground ground(Clock clock, String... tenants) {
        List<TenantId> all = List.of(tenants).stream().map(TenantId::new).toList();
        return ground(clock, () -> all);
    }

    /** When a job is due for a subject; empty when that is not planned. */
    static Optional<Instant> due(String job, String subject) {
        try (var connection = queue().getConnection();
                var statement = connection.prepareStatement(
                        "SELECT execution_time FROM scheduled_job WHERE task_name = ? AND task_instance = ?")) {
            statement.setString(1, job);
            statement.setString(2, subject);
            var row = statement.executeQuery();
            return row.next() ? Optional.of(row.getTimestamp(1).toInstant()) : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("opsatc-schedule").toRealPath();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));

            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        TENANCY.stopServer();
        TENANCY.close();
        try {
            PrivateDirectory.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
