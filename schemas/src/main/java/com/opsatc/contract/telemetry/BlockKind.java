package com.opsatc.contract.telemetry;

/** What the cells of a block count; the order within a kind is fixed, so that a cell is named by block and index. */
public enum BlockKind {
    /** One cell: the weight of operations. */
    ACTIVITY,
    /** Three cells: the weight of failed operations, of all operations, and of operations of user-days over the clip. */
    ERRORS,
    /** One cell for each latency bucket: the weight of operations that lasted at most its bound and longer than the one before. */
    LATENCY,
    /** One cell for each declared feature, and one for all others: the weight of users of the feature. */
    FEATURES
}
