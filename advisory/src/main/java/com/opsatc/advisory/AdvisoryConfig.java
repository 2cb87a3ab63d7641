package com.opsatc.advisory;

import static java.util.Objects.requireNonNull;

import com.opsatc.advisory.token.TokenRules;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * How the service runs.
 *
 * @param host address to listen on; anything but a loopback address exposes the service without TLS, put a proxy before it
 * @param port 0 for any free one
 * @param tokens which tokens are accepted
 * @param clock the present instant, by which tokens are judged
 * @param nanos a monotonic counter, by which latency is measured
 */
public record AdvisoryConfig(String host, int port, TokenRules tokens, InstantSource clock, LongSupplier nanos) {
    public static final String LOOPBACK = "127.0.0.1";

    public AdvisoryConfig {
        requireNonNull(host, "host");
        requireNonNull(tokens, "tokens");
        requireNonNull(clock, "clock");
        requireNonNull(nanos, "nanos");
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("Invalid port: use 0 to 65535");
        }
    }

    /** A service on this machine only. */
    public static AdvisoryConfig local(int port, TokenRules tokens, InstantSource clock, LongSupplier nanos) {
        return new AdvisoryConfig(LOOPBACK, port, tokens, clock, nanos);
    }
}
