package com.opsatc.tenancy.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ActorSlotsTest {
    private static final int MARCH = 24_315;

    @Test
    void slot_oneNameInOneMonth_isOneNumberWhateverWasAskedBefore() {
        ActorSlots slots = KeyVersions.of("acme", 1).actorSlots();
        long first = slots.slot("Mia", MARCH);
        slots.slot("Bob", MARCH + 1);

        assertThat(slots.slot("Mia", MARCH)).isEqualTo(first).isNotNegative();
        assertThat(KeyVersions.of("acme", 1).actorSlots().slot("Mia", MARCH)).isEqualTo(first);
    }

    @Test
    void slot_anotherNameMonthOrTenant_isAnotherNumber() {
        ActorSlots slots = KeyVersions.of("acme", 1).actorSlots();
        Set<Long> numbers = new HashSet<>();
        for (int month = 0; month < 50; month++) {
            for (int name = 0; name < 50; name++) {
                numbers.add(slots.slot("name " + name, MARCH + month));
            }
        }
        numbers.add(KeyVersions.of("globex", 1).actorSlots().slot("name 0", MARCH));

        assertThat(numbers)
                .hasSize(50 * 50 + 1)
                .allSatisfy(number -> assertThat(number).isNotNegative());
    }

    @Test
    void slot_afterARotation_isTheNumberThatIsStored() {
        assertThat(KeyVersions.of("acme", 1, 2).actorSlots().slot("Mia", MARCH))
                .isEqualTo(KeyVersions.of("acme", 1).actorSlots().slot("Mia", MARCH));
    }

    @Test
    void toString_ofSlots_saysNothing() {
        assertThat(KeyVersions.of("acme", 1).actorSlots()).hasToString("ActorSlots");
    }
}
