package com.opsatc.process.planted;

import java.util.UUID;

/** Breaks the rule that nothing is left to chance. */
class DrawsAtRandom {
    UUID draw() {
        return UUID.randomUUID();
    }
}
