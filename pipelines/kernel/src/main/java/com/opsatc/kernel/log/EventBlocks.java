package com.opsatc.kernel.log;

/**
 * Reads the rows of a view in blocks.
 *
 * <p>Rows of a case follow each other over blocks. A case may begin in one reader and end in another, because storage is split
 * without regard to cases; readers notice it from the positions.
 */
public interface EventBlocks {
    /** The next rows, at least one, until it is called again; null when there are none. */
    EventColumns next();
}
