package com.opsatc.tenancy.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.id.Sha256;
import com.opsatc.tenancy.key.Region;
import com.opsatc.tenancy.run.NewHead;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void construct_illegalActorOrRegion_failsWithoutRepeatingIt() {
        for (String name : new String[] {"", "a b", "a\nb", "ü", "x".repeat(65)}) {
            assertThatThrownBy(() -> new Actor(name))
                    .hasMessage("Illegal actor: use 1 to 64 characters of A-Z a-z 0-9 . _ @ -");
        }

        for (String name : new String[] {"", "EU", "eu_west", "x".repeat(17), "a\0"}) {
            assertThatThrownBy(() -> new Region(name))
                    .hasMessage("Illegal region: use 1 to 16 characters of a-z, 0-9 and '-'");
        }

        assertThat(new Actor("svc.opsatc_1@acme-corp").name()).isEqualTo("svc.opsatc_1@acme-corp");
        assertThat(new Region("eu-west-1")).hasToString("eu-west-1");
    }

    @Test
    void newHead_instantFinerThanTheDatabaseKeeps_isCut() {
        Instant fine = Instant.parse("2026-01-01T00:00:00.123456789Z");
        NewHead head = new NewHead(0, "r", "a", "documents/m", Sha256.of("m"), 1, fine, NewHead.Kind.ALL, List.of());
        assertThat(head.publishedAt()).isEqualTo(Instant.parse("2026-01-01T00:00:00.123456Z"));
        assertThatThrownBy(() ->
                        new NewHead(-1, "r", "a", "documents/m", Sha256.of("m"), 1, fine, NewHead.Kind.ALL, List.of()))
                .hasMessage("Invalid previous sequence: 0 means none");
    }
}
