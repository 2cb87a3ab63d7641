package com.opsatc.benchmarks;

import java.util.List;

/** A way to mine the edges of the prepared log. */
interface Engine extends AutoCloseable {
    /** Mines the whole log, by edge codes; the scan of the bare log gives none. */
    List<EdgeFigures> run();

    @Override
    void close();
}
