package com.opsatc.contract.document;

import java.util.Locale;

/** What people call a process that nobody has given a title: the words of its name. */
public final class ProcessTitle {
    private ProcessTitle() {}

    /** {@code hospital-cases} is called {@code Hospital cases}; an empty name stays empty. */
    public static String of(String process) {
        return process.isEmpty()
                ? process
                : process.substring(0, 1).toUpperCase(Locale.ROOT)
                        + process.substring(1).replace('-', ' ');
    }
}
