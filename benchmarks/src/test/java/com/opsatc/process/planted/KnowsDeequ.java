package com.opsatc.process.planted;

/** Breaks the rule that Deequ stays at the gate. */
class KnowsDeequ {
    Class<?> known() {
        return com.amazon.deequ.VerificationSuite.class;
    }
}
