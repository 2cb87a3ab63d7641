package com.opsatc.process.planted;

import java.time.Instant;

/** Breaks the rule that the clock is read in jobs only. */
class ReadsTheClock {
    Instant read() {
        return Instant.now();
    }
}
