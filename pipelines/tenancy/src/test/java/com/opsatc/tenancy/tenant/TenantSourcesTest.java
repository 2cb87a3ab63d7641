package com.opsatc.tenancy.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.tenancy.scope.Actor;
import com.opsatc.tenancy.scope.Platforms;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.TenantScope;
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
            TenantSources.add(scope, orders, Platforms.NOW);
            TenantSources.add(scope, tickets, Platforms.NOW);
            TenantSources.add(scope, orders, Platforms.NOW);
            assertThat(TenantSources.list(scope)).containsExactly(tickets, orders);
            assertThat(TenantSources.list(other)).isEmpty();
        }
    }

    @Test
    void add_sameNameWithAnotherPathOrSetting_fails() {
        try (TenantScope scope = Platforms.scope(Platforms.tenant(), Purpose.ADMINISTER)) {
            TenantSources.add(scope, source("orders", "/a", Map.of("k", "v")), Platforms.NOW);
            assertThatThrownBy(() -> TenantSources.add(scope, source("orders", "/b", Map.of("k", "v")), Platforms.NOW))
                    .hasMessage("Cannot add source orders to tenant " + scope.tenant()
                            + ": it exists with connector generic/xes, path /a and zone UTC, or with other settings; change"
                            + " it with 'opsatc tenant set " + scope.tenant()
                            + " --source-name orders --set KEY=VALUE',"
                            + " --path or --zone, and the next run reads its files again; or add this one under another"
                            + " name with --source-name");
            assertThatThrownBy(() -> TenantSources.add(scope, source("orders", "/a", Map.of("k", "w")), Platforms.NOW))
                    .hasMessageContaining("it exists");
            assertThat(TenantSources.list(scope)).containsExactly(source("orders", "/a", Map.of("k", "v")));
        }
    }

    @Test
    void set_knownSource_isReplacedAndEachChangeIsRecorded() {
        try (TenantScope scope = Platforms.scope(Platforms.tenant(), Purpose.ADMINISTER)) {
            TenantSources.add(scope, source("orders", "/a", Map.of("k", "v", "gone", "1")), Platforms.NOW);
            RunRequest.Source changed = source("orders", "/b", Map.of("k", "w"));

            TenantSources.set(scope, changed, Platforms.NOW);
            TenantSources.set(scope, changed, Platforms.NOW);

            assertThat(TenantSources.list(scope)).containsExactly(changed);
            assertThat(TenantChanges.list(scope))
                    .containsExactly(
                            change("source orders", null, "generic/xes"),
                            change("source orders path", "/a", "/b"),
                            change("source orders setting gone", "1", null),
                            change("source orders setting k", "v", "w"));
            assertThatThrownBy(() -> TenantSources.set(scope, source("other", "/b", Map.of()), Platforms.NOW))
                    .hasMessage("Tenant " + scope.tenant() + " has no source other; 'opsatc source list --tenant "
                            + scope.tenant() + "' lists them");
        }
    }

    @Test
    void remove_source_isGoneWithItsWithdrawnFiles() {
        try (TenantScope scope = Platforms.scope(Platforms.tenant(), Purpose.ADMINISTER)) {
            TenantSources.add(scope, source("orders", "/a", Map.of()), Platforms.NOW);
            WithdrawnFiles.withdraw(scope, "orders", Sha256.of("f"), "f.csv", Platforms.NOW);

            TenantSources.remove(scope, "orders", Platforms.NOW);

            assertThat(TenantSources.list(scope)).isEmpty();
            assertThat(WithdrawnFiles.list(scope)).isEmpty();
            assertThatThrownBy(() -> TenantSources.remove(scope, "orders", Platforms.NOW))
                    .hasMessageContaining("has no source orders");
        }
    }

    @Test
    void withdraw_andRestore_areEachRecordedOnce() {
        try (TenantScope scope = Platforms.scope(Platforms.tenant(), Purpose.ADMINISTER)) {
            Sha256 file = Sha256.of("f");
            WithdrawnFiles.withdraw(scope, "orders", file, "f.csv", Platforms.NOW);
            WithdrawnFiles.withdraw(scope, "orders", file, "f.csv", Platforms.NOW);

            assertThat(WithdrawnFiles.list(scope))
                    .containsExactly(new WithdrawnFile("orders", file, "f.csv", Platforms.NOW, new Actor("tester")));
            assertThat(WithdrawnFiles.restore(scope, "orders", file, "f.csv", Platforms.NOW))
                    .isTrue();
            assertThat(WithdrawnFiles.restore(scope, "orders", file, "f.csv", Platforms.NOW))
                    .isFalse();
            assertThat(WithdrawnFiles.list(scope)).isEmpty();
            assertThat(TenantChanges.list(scope))
                    .containsExactly(
                            change("source orders file f.csv", "counted", "withdrawn"),
                            change("source orders file f.csv", "withdrawn", "counted"));
        }
    }

    private static TenantChange change(String what, String before, String after) {
        return new TenantChange(Platforms.NOW, new Actor("tester"), what, before, after);
    }

    private static RunRequest.Source source(String name, String path, Map<String, String> settings) {
        return new RunRequest.Source(name, "generic/xes", path, "UTC", new TreeMap<>(settings));
    }
}
