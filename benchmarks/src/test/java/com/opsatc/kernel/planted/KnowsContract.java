package com.opsatc.kernel.planted;

/** Breaks the kernel's rule of depending on the JDK alone. */
class KnowsContract {
    Class<?> known() {
        return com.opsatc.contract.id.Sha256.class;
    }
}
