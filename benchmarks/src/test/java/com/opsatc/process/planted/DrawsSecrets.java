package com.opsatc.process.planted;

import java.security.SecureRandom;

/** Breaks the rule that secrets are drawn in tenancy only. */
class DrawsSecrets {
    int draw() {
        return new SecureRandom().nextInt();
    }
}
