package com.opsatc.process.planted;

import com.opsatc.tenancy.scope.TenantScope;
import java.util.function.Function;

/** Takes, by reference, a door that is open to others. */
class OpensADoor {
    Function<TenantScope, Object> taken() {
        return TenantScope::database;
    }
}
