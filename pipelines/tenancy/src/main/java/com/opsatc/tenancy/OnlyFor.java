package com.opsatc.tenancy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A door that is public because packages beside its own need it, and open to these alone.
 *
 * <p>The compiler does not know of it: the rule {@code doors} of the architecture test refuses every other caller, and a named
 * package that calls it no more. Its own package may always call it.
 */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface OnlyFor {
    /** Names of packages, each without those below it. */
    String[] value();
}
