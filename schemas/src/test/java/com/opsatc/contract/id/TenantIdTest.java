package com.opsatc.contract.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"acme", "a1", "0-0", "a-", "k8s-prod-eu"})
    void construct_legalName_keepsIt(String name) {
        assertThat(new TenantId(name).value()).isEqualTo(name);
        assertThat(new TenantId(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "a", "-a", "Acme", "acme ", "a/b", "..", "../b", "a\0b", "a\n", "%2e%2e", "ünal", "ıi", "a_b", "a.b"
            })
    void construct_illegalName_failsWithoutRepeatingIt(String name) {
        assertThatThrownBy(() -> new TenantId(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Illegal tenant name: use 2 to 63 characters of a-z, 0-9 and '-', starting with a letter or"
                        + " digit");
    }

    @Test
    void construct_lengthLimit_is63() {
        assertThat(new TenantId("a".repeat(63)).value()).hasSize(63);
        assertThatThrownBy(() -> new TenantId("a".repeat(64))).isInstanceOf(IllegalArgumentException.class);
    }
}
