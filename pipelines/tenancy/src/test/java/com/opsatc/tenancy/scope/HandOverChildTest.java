package com.opsatc.tenancy.scope;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.home.Home;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HandOverChildTest {
    @Test
    void handOver_realChild_usesItsTenantAndCannotReadAnother() throws Exception {
        TenantId id = Platforms.tenant();
        TenantId other = Platforms.tenant();
        Home home = Platforms.shared().home();
        try (TenantScope scope = Platforms.scope(id, Purpose.RUN);
                TenantScope foreign = Platforms.scope(other, Purpose.RUN)) {
            scope.store().write("documents/a", "hello".getBytes(StandardCharsets.UTF_8));
            foreign.store().write("documents/foreign", new byte[] {1});
            Files.copy(
                    home.tenant(other).resolve("documents/foreign"),
                    home.tenant(id).resolve("documents/foreign"));

            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            HandOverChild.class.getName())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (OutputStream pipe = child.getOutputStream()) {
                Tenancy.handOver(scope, pipe);
                pipe.write("{\"request\":1}".getBytes(StandardCharsets.UTF_8));
            }

            String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(said.lines())
                    .containsExactly(
                            "TenantScope[" + id + ", RUN] {\"request\":1}",
                            "hello",
                            "false",
                            "true",
                            "Cannot read documents/foreign: it was written under another key; restore the file or run the"
                                    + " tenant again");
            scope.verifier()
                    .verify(
                            "{\"request\":1}".getBytes(StandardCharsets.UTF_8),
                            scope.store().read("documents/by-child"));
            assertThat(child.info().commandLine().orElse("")).doesNotContain(scope.keyReference());
        }
    }
}
