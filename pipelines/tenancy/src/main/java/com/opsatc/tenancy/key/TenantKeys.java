package com.opsatc.tenancy.key;

import com.opsatc.contract.id.TenantId;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The versions of one tenant's key: the newest is what is written under, each is kept for what was written under it. A stored
 * file says in its header which one it needs.
 */
public final class TenantKeys implements AutoCloseable {
    private final SortedMap<Integer, TenantKey> versions = new TreeMap<>();

    /** @param keys at least one, all of one tenant and region */
    TenantKeys(List<TenantKey> keys) {
        keys.forEach(key -> versions.put(key.version(), key));
    }

    /** Reads what {@link #writeTo} wrote. */
    public static TenantKeys readFrom(DataInput in, TenantId tenant, Region region) throws IOException {
        TenantKey[] keys = new TenantKey[in.readUnsignedByte()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = TenantKey.readFrom(in, tenant, region);
        }

        if (keys.length == 0) {
            throw new IOException("no key");
        }

        return new TenantKeys(List.of(keys));
    }

    /** Writes how many versions there are, and each in clear, for the tenant's own process on the other end of a pipe. */
    public void writeTo(DataOutput out) throws IOException {
        out.writeByte(versions.size());
        for (TenantKey key : versions.values()) {
            key.writeTo(out);
        }
    }

    /** The key to write under. */
    public TenantKey current() {
        return versions.get(versions.lastKey());
    }

    /** The key that a header names; empty when there is no such version. */
    public Optional<TenantKey> version(int version) {
        return Optional.ofNullable(versions.get(version));
    }

    /** The newest version. */
    public int newest() {
        return versions.lastKey();
    }

    /** Numbers for actors, under the first version of the key: a rotation makes none of those that are stored another's. */
    public ActorSlots actorSlots() {
        return ActorSlots.of(first());
    }

    /** The seal of the entries of an audit log, under the first version of the key, as its entries stay where they are. */
    public EntrySeal entrySeal(String log) {
        return EntrySeal.of(first(), log);
    }

    /** Lends the seed of the key that signs the checkpoints of the tenant's audit log; the array is zeroed afterwards. */
    public <T> T lendLogSeed(Function<byte[], T> use) {
        return first().lend("audit-checkpoint", use);
    }

    private TenantKey first() {
        return versions.get(versions.firstKey());
    }

    public TenantId tenant() {
        return current().tenant();
    }

    public Region region() {
        return current().region();
    }

    @Override
    public void close() {
        versions.values().forEach(TenantKey::close);
    }

    @Override
    public String toString() {
        return "TenantKeys[" + tenant() + ", versions " + versions.keySet() + "]";
    }
}
