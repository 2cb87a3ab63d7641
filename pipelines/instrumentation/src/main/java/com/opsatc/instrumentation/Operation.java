package com.opsatc.instrumentation;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.id.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that the platform did for a tenant, as its telemetry tells it: this and nothing else.
 *
 * <p>All but the tenant and the user is of closed lists: there is no place in it for a path, a query, a header, an address, a
 * body or a message.
 */
public final class Operation {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final String RUN = "run";
    private static final int FIRST_SERVER_ERROR = 500;

    private final String route;
    private final Optional<Http> http;
    private final TenantId tenant;
    private final Optional<String> user;
    private final Optional<String> error;
    private final Instant start;
    private final Instant end;

    /** What is said of a request and its answer. */
    record Http(String method, int status) {}

    private Operation(
            String route,
            Optional<Http> http,
            TenantId tenant,
            Optional<String> user,
            Optional<String> error,
            Instant start,
            Instant end) {
        this.route = route;
        this.http = http;
        this.tenant = requireNonNull(tenant, "tenant");
        this.user = user;
        this.error = error;
        this.start = requireNonNull(start, "start");
        // A clock that was set back while it ran must not make it last less than nothing.
        this.end = end.isBefore(start) ? start : end;
    }

    /**
     * A request that was answered; a status from 500 on is its error.
     *
     * @param endpoint told by its template, e.g. {@code /v1/tenants/{tenant}/context}
     * @param method one that HTTP does not define is told as {@code _OTHER}
     * @param user who asked, for grouping; an empty text is nobody
     */
    public static Operation request(
            Endpoint endpoint, String method, int status, TenantId tenant, String user, Instant start, Instant end) {
        return new Operation(
                endpoint.template(),
                Optional.of(new Http(METHODS.contains(method) ? method : "_OTHER", status)),
                tenant,
                Optional.of(user).filter(name -> !name.isEmpty()),
                status < FIRST_SERVER_ERROR ? Optional.empty() : Optional.of(Integer.toString(status)),
                start,
                end);
    }

    /** A run of a tenant; {@code error} is why it failed, empty when it did not. */
    public static Operation run(TenantId tenant, Optional<ErrorCode> error, Instant start, Instant end) {
        return new Operation(RUN, Optional.empty(), tenant, Optional.empty(), error.map(ErrorCode::name), start, end);
    }

    String route() {
        return route;
    }

    Optional<Http> http() {
        return http;
    }

    TenantId tenant() {
        return tenant;
    }

    Optional<String> user() {
        return user;
    }

    Optional<String> error() {
        return error;
    }

    Instant start() {
        return start;
    }

    Instant end() {
        return end;
    }
}
