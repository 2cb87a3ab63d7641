package com.opsatc.telemetry.release;

import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.telemetry.exact.RestrictedStore;
import java.time.LocalDate;
import java.util.Optional;

/** The noised days of the restricted zone: written once, durably, before the ledger or a reader hears of them. */
final class NoisedDays {
    private static final String FOLDER = "noised/";

    private final RestrictedStore store;

    NoisedDays(RestrictedStore store) {
        this.store = store;
    }

    void write(NoisedDay day) {
        store.write(path(day.day()), CanonicalJson.write(day));
    }

    Optional<NoisedDay> find(LocalDate day) {
        return store.exists(path(day))
                ? Optional.of(CanonicalJson.read(store.read(path(day)), NoisedDay.class))
                : Optional.empty();
    }

    private static String path(LocalDate day) {
        return FOLDER + day + ".json";
    }
}
