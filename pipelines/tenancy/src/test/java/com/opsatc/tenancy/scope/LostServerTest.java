package com.opsatc.tenancy.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.database.RogueServer;
import com.opsatc.tenancy.key.Region;
import com.opsatc.tenancy.run.TenantLock;
import com.opsatc.tenancy.tenant.Tenants;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform whose server is lost, with a server of its own. */
class LostServerTest {
    @Test
    void reach_serverThatWasKilledOrWhosePortWasTaken_isStartedAgainAndKeepsItsData(@TempDir Path directory)
            throws Exception {
        try (Tenancy platform = Platforms.open(directory)) {
            try {
                Tenants.of(platform).add(new TenantId("acme"), Region.LOCAL, ZoneOffset.UTC, Platforms.NOW);
                platform.keepConnections(2);
                assertThat(Tenants.of(platform).list()).hasSize(1);
                try (TenantScope scope = platform.open(
                                new TenantId("acme"), new Actor("tester"), Role.OPERATOR, Source.TEST, Purpose.RUN);
                        TenantLock lock = TenantLock.acquire(scope)) {
                    kill(platform);
                    assertThatThrownBy(lock::requireHeld).hasMessageContaining("its lock was lost");
                }
                assertThatThrownBy(() -> Tenants.of(platform).list())
                        .hasMessageStartingWith("Cannot list the tenants: the database answered SQL state ");

                platform.reach();
                assertThat(Tenants.of(platform).list()).hasSize(1);
                platform.reach();
                assertThat(Tenants.of(platform).list()).hasSize(1);

                kill(platform);
                int port = Integer.parseInt(Files.readString(directory.resolve("home/postgres/port")));
                try (RogueServer thief = new RogueServer(RogueServer.Manner.TRUST, port)) {
                    platform.reach();
                    assertThat(Tenants.of(platform).list()).hasSize(1);
                    assertThat(thief.heard()).containsOnly("connection");
                }
            } finally {
                platform.stopServer();
            }
        }
    }

    private static void kill(Tenancy platform) {
        ProcessHandle server =
                ProcessHandle.of(platform.serverProcess().orElseThrow()).orElseThrow();
        server.destroyForcibly();
        server.onExit().join();
    }
}
