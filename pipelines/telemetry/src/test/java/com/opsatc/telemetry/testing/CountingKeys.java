package com.opsatc.telemetry.testing;

import com.opsatc.contract.id.Sha256;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Keys that a test can repeat: digests of a counter. */
public final class CountingKeys implements Supplier<byte[]> {
    private final AtomicInteger drawn = new AtomicInteger();

    @Override
    public byte[] get() {
        return HexFormat.of()
                .parseHex(Sha256.of("key " + drawn.incrementAndGet()).hex());
    }

    public int drawn() {
        return drawn.get();
    }
}
