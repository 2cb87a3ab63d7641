package com.opsatc.tenancy.scope;

import com.opsatc.tenancy.database.TenantDatabase;
import com.opsatc.tenancy.key.EntrySeal;
import com.opsatc.tenancy.key.SubjectRing;
import com.opsatc.tenancy.key.TenantKeys;
import java.util.function.Function;

/**
 * What a scope has of its tenant's audit log: where it is, how its entries are sealed, who is named in it. It may append whatever
 * the purpose of the scope, since to look is recorded too.
 */
public final class LogAccess {
    private final String id;
    private final TenantKeys keys;
    private final SubjectRing subjects;
    private final TenantDatabase database;

    LogAccess(TenantScope.Grant grant, TenantDatabase database) {
        this.id = grant.log();
        this.keys = grant.keys();
        this.subjects = grant.subjects();
        this.database = database;
    }

    /** 16 hexadecimal digits: another tenant that gets the name of a removed one has another log. */
    public String id() {
        return id;
    }

    public EntrySeal seal() {
        return keys.entrySeal(id);
    }

    public SubjectRing subjects() {
        return subjects;
    }

    /** The platform database, for statements about this log alone. */
    public TenantDatabase database() {
        return database;
    }

    /** Lends the seed of the key that signs the log's checkpoints. */
    public <T> T lendSeed(Function<byte[], T> use) {
        return keys.lendLogSeed(use);
    }
}
