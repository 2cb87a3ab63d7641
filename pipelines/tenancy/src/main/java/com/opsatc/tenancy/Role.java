package com.opsatc.tenancy;

/** In which capacity an actor uses a scope. */
public enum Role {
    OPERATOR,
    ANALYST,
    ENGINEER,
    SERVICE
}
