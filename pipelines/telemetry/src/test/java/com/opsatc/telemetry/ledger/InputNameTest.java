package com.opsatc.telemetry.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.id.Sha256;
import com.opsatc.tenancy.scope.PlatformScope;
import com.opsatc.tenancy.scope.Purpose;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmptyLedger.Extension.class)
class InputNameTest {
    private static final byte[] VECTOR = "an exact vector".getBytes(StandardCharsets.UTF_8);

    private final EmptyLedger ledger;
    private final PlatformScope scope;

    InputNameTest(EmptyLedger ledger) {
        this.ledger = ledger;
        scope = ledger.scope();
    }

    /** A reader of the ledger who guesses the vectors cannot tell by their name: it is no digest, and each platform has its own. */
    @Test
    void of_sameVectors_isTheSameOnAPlatformAndAnotherElsewhere() {
        InputName mac = InputName.of(scope, VECTOR);

        assertThat(mac.hex()).isNotEqualTo(Sha256.of(VECTOR).hex());
        assertThat(InputName.of(scope, "another vector".getBytes(StandardCharsets.UTF_8)))
                .isNotEqualTo(mac);
        try (PlatformScope next = EmptyLedger.scope(ledger.tenancy(), Purpose.READ)) {
            assertThat(InputName.of(next, VECTOR)).isEqualTo(mac);
        }
        try (EmptyLedger other = new EmptyLedger()) {
            assertThat(InputName.of(other.scope(), VECTOR)).isNotEqualTo(mac);
        }
    }

    @Test
    void new_ofAnotherForm_isRefused() {
        assertThatThrownBy(() -> new InputName("A".repeat(64), true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid name of an input: expected 64 lower-case hexadecimal digits");
    }
}
