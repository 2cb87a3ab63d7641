package com.opsatc.process.planted;

/** Breaks the rule that the environment is read in jobs only. */
class ReadsTheEnvironment {
    String read() {
        return System.getenv("HOME");
    }
}
