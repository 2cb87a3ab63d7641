package com.opsatc.tenancy.scope;

import com.opsatc.contract.error.PipelineException;
import com.opsatc.tenancy.run.Heads;
import java.nio.charset.StandardCharsets;

/** A tenant's own process, as a run is: receives a scope on its standard input, then a line, and says what it could do. */
final class HandOverChild {
    private HandOverChild() {}

    public static void main(String[] arguments) throws Exception {
        try (TenantScope scope = Tenancy.receive(System.in)) {
            String request = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
            System.out.println(scope + " " + request);
            System.out.println(new String(scope.store().read("documents/a"), StandardCharsets.UTF_8));
            scope.store().write("documents/by-child", scope.signer().sign(request.getBytes(StandardCharsets.UTF_8)));
            System.out.println(Heads.current(scope).isPresent());
            System.out.println(KeyRing.store(scope.keyReference()) == scope.store());
            scope.store().read("documents/foreign");
        } catch (PipelineException e) {
            System.out.println(e.getMessage());
        }
    }
}
