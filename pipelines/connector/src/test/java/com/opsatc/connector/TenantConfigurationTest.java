package com.opsatc.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.error.PipelineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenantConfigurationTest {
    @TempDir
    private Path folder;

    @Test
    void load_targetsAndScope_areByProcess() throws IOException {
        Path file = write("""
                tenant: acme
                processes:
                  care:
                    duration-floor: 15min
                    waits:
                      - {from: Triage, to: Ward, target: 4h}
                      - {from: Discharge, to: Return, out-of-scope: the patient is at home}
                """);

        FindingScope care = TenantConfiguration.load(file, "acme").processes().get("care");

        assertThat(care.floorUs()).hasValue(900_000_000L);
        assertThat(care.waits())
                .containsExactly(
                        new Wait("Triage", "Ward", "4h", null),
                        new Wait("Discharge", "Return", null, "the patient is at home"));
        assertThat(care.waits().get(0).targetUs()).isEqualTo(14_400_000_000L);
    }

    @Test
    void load_noFile_declaresNothing() {
        assertThat(TenantConfiguration.load(folder.resolve("none.yaml"), "acme").processes())
                .isEmpty();
    }

    @Test
    void load_fileOfAnotherTenant_fails() throws IOException {
        Path file = write("tenant: other\nprocesses: {}\n");

        assertThatThrownBy(() -> TenantConfiguration.load(file, "acme"))
                .isInstanceOf(PipelineException.class)
                .hasMessage(
                        "Cannot use the configuration of tenant acme: conf/tenants/acme.yaml: tenant must be acme, as the"
                                + " file is named");
    }

    @Test
    void load_waitDeclaredTwice_fails() throws IOException {
        Path file = write("""
                tenant: acme
                processes:
                  care:
                    waits:
                      - {from: A, to: B, target: 4h}
                      - {from: A, to: B, target: 5h}
                """);

        assertThatThrownBy(() -> TenantConfiguration.load(file, "acme"))
                .hasMessageContaining("conf/tenants/acme.yaml: Invalid scope: a wait is declared twice");
    }

    @Test
    void load_neitherTargetNorScope_fails() throws IOException {
        Path file = write("""
                tenant: acme
                processes:
                  care:
                    waits:
                      - {from: A, to: B}
                """);

        assertThatThrownBy(() -> TenantConfiguration.load(file, "acme"))
                .hasMessageStartingWith("Cannot use the configuration of tenant acme: conf/tenants/acme.yaml"
                        + "/processes/care/waits/0: oneOf");
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("acme.yaml"), yaml);
    }
}
