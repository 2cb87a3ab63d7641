package com.opsatc.tenancy.scope;

/** In which capacity an actor uses a scope. */
public enum Role {
    OPERATOR,
    ANALYST,
    ENGINEER,
    SERVICE
}
