package com.opsatc.tenancy.key;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The subjects whose keys a scope holds: its own actor, and, where the platform opened it, all others that are not erased. */
public final class SubjectRing implements AutoCloseable {
    private final Subject own;
    private final Map<String, Subject> byId = new HashMap<>();

    SubjectRing(Subject own, List<Subject> all) {
        this.own = own;
        all.forEach(subject -> byId.put(subject.id(), subject));
        byId.put(own.id(), own);
    }

    /** Reads what {@link #writeTo} wrote. */
    public static SubjectRing readFrom(DataInput in) throws IOException {
        String id = in.readUTF();
        String name = in.readUTF();
        byte[] key = new byte[TenantKey.BYTES];
        in.readFully(key);
        return new SubjectRing(new Subject(id, name, key), List.of());
    }

    /** Writes its own actor alone, the key in clear, for the tenant's own process on the other end of a pipe. */
    public void writeTo(DataOutput out) throws IOException {
        out.writeUTF(own.id());
        out.writeUTF(own.name());
        out.write(own.key());
    }

    /** Whoever uses the scope. */
    public Subject own() {
        return own;
    }

    /** A subject by its id; empty when it was erased, or its key is not here. */
    public Optional<Subject> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public void close() {
        byId.values().forEach(subject -> Arrays.fill(subject.key(), (byte) 0));
    }

    @Override
    public String toString() {
        return "SubjectRing[" + byId.size() + "]";
    }
}
