/**
 * The doors through which published bytes leave the encrypted store, each registered in conf/write-gates.yaml. How the store itself
 * is written lives in {@code tenancy.store}.
 */
package com.opsatc.boundary.gate;
