package com.opsatc.tenancy.iceberg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.tenancy.database.RogueServer;
import com.opsatc.tenancy.scope.Platforms;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.TenantScope;
import java.util.SortedMap;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Iceberg makes its connections itself, in the parent, in a tenant's process and in Spark's executors. */
class RogueCatalogTest {
    @ParameterizedTest
    @EnumSource(names = {"TRUST", "CLEAR_TEXT", "OK_WITHOUT_PROOF", "WRONG_PROOF"})
    void listTables_rogueServerInTheDatabasesPlace_isRefused(RogueServer.Manner manner) throws Exception {
        try (RogueServer rogue = new RogueServer(manner);
                TenantScope scope = Platforms.scope(Platforms.tenant(), Purpose.RUN);
                JdbcCatalog catalog = new JdbcCatalog()) {
            SortedMap<String, String> properties = IcebergCatalog.properties(scope);
            properties.put("uri", properties.get("uri").replaceAll(":[0-9]+/", ":" + rogue.port() + "/"));
            assertThatThrownBy(() -> {
                        catalog.initialize(IcebergCatalog.alias(scope.tenant()), properties);
                        catalog.listTables(Namespace.of("bench"));
                    })
                    .hasStackTraceContaining(manner == RogueServer.Manner.WRONG_PROOF ? "SCRAM" : manner.refusal());
            assertThat(rogue.heard()).contains("connection").noneMatch(said -> said.startsWith("Q"));
        }
    }
}
