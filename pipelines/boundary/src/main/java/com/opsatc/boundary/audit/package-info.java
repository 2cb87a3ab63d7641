/**
 * What proves that a tenant's audit log lost nothing and shows one history: its tree, its signed checkpoints, their witnesses, and
 * proofs that go with what leaves. The entries themselves are written in {@code tenancy.audit}.
 */
package com.opsatc.boundary.audit;
