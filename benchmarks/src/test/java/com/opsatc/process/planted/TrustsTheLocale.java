package com.opsatc.process.planted;

/** Breaks the rule that text never depends on the machine's language. */
class TrustsTheLocale {
    String format(int number) {
        return "%d".formatted(number);
    }
}
