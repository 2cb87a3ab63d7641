package com.opsatc.tenancy.scope;

/** Through which door an actor came. */
public enum Source {
    COMMAND_LINE,
    SERVICE,
    SCHEDULE,
    TEST
}
