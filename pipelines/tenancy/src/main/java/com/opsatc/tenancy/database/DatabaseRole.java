package com.opsatc.tenancy.database;

/** What a scope may do with the platform database; only who opens the platform changes its schema. */
public enum DatabaseRole {
    /** Reads: the server refuses every statement that changes something. */
    READER,
    /** Reads and changes rows. */
    WRITER
}
