package com.opsatc.telemetry.aggregate;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * One random key for each day, in the memory of this process alone; all workers of a pipeline find them by a reference that is
 * worthless elsewhere, so that no key is ever serialised. Closing overwrites them, after which no pseudonym can be made again.
 */
final class DayKeys implements AutoCloseable {
    static final int KEY_BYTES = 32;

    private static final Map<String, DayKeys> OPEN = new ConcurrentHashMap<>();
    private static final AtomicLong COUNTER = new AtomicLong();

    private final String reference = "day-keys-" + COUNTER.incrementAndGet();
    private final Map<Integer, byte[]> keys = new ConcurrentHashMap<>();
    private final Supplier<byte[]> fresh;

    private DayKeys(Supplier<byte[]> fresh) {
        this.fresh = fresh;
    }

    /** @param fresh gives 32 random bytes each time, from a source fit for keys */
    static DayKeys open(Supplier<byte[]> fresh) {
        DayKeys keys = new DayKeys(requireNonNull(fresh, "fresh"));
        OPEN.put(keys.reference, keys);
        return keys;
    }

    /** The keys behind a reference. */
    static DayKeys of(String reference) {
        DayKeys keys = OPEN.get(reference);
        if (keys == null) {
            throw new IllegalStateException(
                    "No day keys of this process have the reference: they are forgotten, or another"
                            + " process's; run the pipeline inside the process that opened them");
        }

        return keys;
    }

    String reference() {
        return reference;
    }

    byte[] key(int day) {
        return keys.computeIfAbsent(day, none -> drawn());
    }

    private byte[] drawn() {
        byte[] key = fresh.get();
        if (key.length != KEY_BYTES) {
            throw new IllegalStateException("A day key has " + KEY_BYTES + " bytes");
        }

        return key;
    }

    @Override
    public void close() {
        OPEN.remove(reference);
        keys.values().forEach(key -> Arrays.fill(key, (byte) 0));
        keys.clear();
    }

    @Override
    public String toString() {
        return "DayKeys";
    }
}
