package com.opsatc.contract.pipe;

import java.io.IOException;
import java.io.InputStream;

/**
 * Ends this process when its parent is gone: the parent keeps standard input open for as long as it lives, so its end
 * means that nobody waits for the result any more, and that the lock on the tenant is free.
 */
public final class ParentWatch {
    private ParentWatch() {}

    /** Watches on a daemon thread; {@code gone} runs at most once, on the end of input or on a byte that nobody sends. */
    public static void start(InputStream in, Runnable gone) {
        Thread watch = new Thread(() -> await(in, gone), "parent watch");
        watch.setDaemon(true);
        watch.start();
    }

    private static void await(InputStream in, Runnable gone) {
        try {
            in.read();
        } catch (IOException e) {
            // A broken pipe says the same as its end.
        }
        gone.run();
    }
}
