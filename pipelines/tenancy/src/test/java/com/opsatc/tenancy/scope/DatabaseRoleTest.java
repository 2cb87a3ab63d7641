package com.opsatc.tenancy.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.database.TenantDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A scope that may not write cannot, whatever statement it is brought to send. */
@ExtendWith(Platforms.Extension.class)
class DatabaseRoleTest {
    private final OwnPlatform platform;

    DatabaseRoleTest(OwnPlatform platform) {
        this.platform = platform;
    }

    @Test
    void transact_readersStatementThatChangesSomething_isRefusedByTheServer() {
        TenantId acme = platform.tenant("acme");
        platform.tenancy().keepConnections(1); // one connection, which both roles get in turn
        for (Purpose purpose : Purpose.values()) {
            try (TenantScope scope =
                            platform.tenancy().open(acme, new Actor("tester"), Role.OPERATOR, Source.TEST, purpose);
                    PlatformScope own = platform.scope(purpose)) {
                assertTouched(purpose, scope.database(), "UPDATE workflow_switch SET epoch = epoch", 1);
                assertTouched(purpose, own.database(), "UPDATE privacy_ledger SET state = state", 0);
            }
        }
    }

    private static void assertTouched(Purpose purpose, TenantDatabase database, String sql, int rows) {
        if (purpose.writes()) {
            assertThat(touch(database, sql)).isEqualTo(rows);
        } else {
            assertThatThrownBy(() -> touch(database, sql))
                    .hasMessageStartingWith("Cannot touch a row: the database answered SQL state 25006;");
        }
    }

    private static int touch(TenantDatabase database, String sql) {
        return database.transact("touch a row", handle -> handle.execute(sql));
    }
}
