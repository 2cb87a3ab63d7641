package com.opsatc.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.run.RunRequest;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TenantSourcesTest {
    @Test
    void add_sourcesOfATenant_areListedByNameAndForItAlone() {
        try (TenantScope scope = Platforms.scope(Platforms.tenant(), Purpose.ADMINISTER);
                TenantScope other = Platforms.scope(Platforms.tenant(), Purpose.ADMINISTER)) {
            RunRequest.Source orders = source("orders", "/extracts/a b/ü", Map.of("case-id", "Order \"No\"", "x", "ı"));
            RunRequest.Source tickets = source("Tickets", "/extracts/t", Map.of());
            TenantSources.add(scope, orders);
            TenantSources.add(scope, tickets);
            TenantSources.add(scope, orders);
            assertThat(TenantSources.list(scope)).containsExactly(tickets, orders);
            assertThat(TenantSources.list(other)).isEmpty();
        }
    }

    @Test
    void add_sameNameWithAnotherPathOrSetting_fails() {
        try (TenantScope scope = Platforms.scope(Platforms.tenant(), Purpose.ADMINISTER)) {
            TenantSources.add(scope, source("orders", "/a", Map.of("k", "v")));
            assertThatThrownBy(() -> TenantSources.add(scope, source("orders", "/b", Map.of("k", "v"))))
                    .hasMessage("Cannot add source orders to tenant " + scope.tenant()
                            + ": it exists with connector generic/xes, path /a and zone UTC; repeat those and its"
                            + " settings, or use another name");
            assertThatThrownBy(() -> TenantSources.add(scope, source("orders", "/a", Map.of("k", "w"))))
                    .hasMessageContaining("it exists");
            assertThat(TenantSources.list(scope)).containsExactly(source("orders", "/a", Map.of("k", "v")));
        }
    }

    private static RunRequest.Source source(String name, String path, Map<String, String> settings) {
        return new RunRequest.Source(name, "generic/xes", path, "UTC", new TreeMap<>(settings));
    }
}
