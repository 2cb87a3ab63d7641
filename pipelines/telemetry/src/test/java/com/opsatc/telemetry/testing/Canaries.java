package com.opsatc.telemetry.testing;

import java.util.ArrayList;
import java.util.List;

/**
 * Values that must never leave: one of each kind that telemetry has been seen to carry, each occurring nowhere else. They are
 * plain ASCII or Latin, at least nine characters long, and may be planted anywhere in a JSON text.
 */
public final class Canaries {
    private static final List<Canary> ALL = List.of(
            new Canary("e-mail", "zelda.quux@canary-mail.example"),
            new Canary("e-mail with tag", "kim+plover@canary-post.example"),
            new Canary("person", "Zelda Quuxington"),
            new Canary("person with accents", "Jörg Müller-Kanari"),
            new Canary("login", "zquuxington42"),
            new Canary("phone", "+49-30-90182-7731"),
            new Canary("phone in digits", "004930901827731"),
            new Canary("IPv4", "203.0.113.199"),
            new Canary("IPv4 with port", "198.51.100.77:44321"),
            new Canary("IPv6", "2001:db8:85a3::8a2e:370:7334"),
            new Canary("MAC", "02:00:5e:10:77:c4"),
            new Canary("IBAN", "DE89370400440532013177"),
            new Canary("card", "4929-1234-5678-9017"),
            new Canary("tax number", "ATU99912377Z"),
            new Canary("JWT", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjYW5hcnkifQ.c2lnbmF0dXJlLWNhbmFyeQ"),
            new Canary("bearer", "Bearer canary-3f9a77b1c2"),
            new Canary("API key", "sk_live_canary77Zq4eC39H"),
            new Canary("password", "hunter2-canary!pw"),
            new Canary("session", "sess-9f1c2canary77"),
            new Canary("cookie", "SESSIONID=canary77d41d8c"),
            new Canary("UUID", "7c9e6679-7425-40de-944b-e07fc1f90ae7"),
            new Canary("trace id", "77c0ffee77c0ffee77c0ffee77c0ffee"),
            new Canary("span id", "c0ffee77deadbe77"),
            new Canary("tenant", "acme-canary-gmbh"),
            new Canary("tenant in a host", "acme-canary.opsatc.example"),
            new Canary("other tenant", "globex-canary-inc"),
            new Canary("version", "9.9.9-acme-canary"),
            new Canary("feature", "acme-only-canary-feature"),
            new Canary("flag", "canary.flag.for.globex"),
            new Canary("flag value", "canary-variant-blue77"),
            new Canary("route", "/t/acme-canary/orders/77"),
            new Canary("query", "?q=canary+secret+search"),
            new Canary("URL", "https://acme-canary.example/pay?card=77"),
            new Canary("error type", "com.acmecanary.LedgerBroken77"),
            new Canary("exception message", "order 7781-canary not found"),
            new Canary("stack trace", "at com.acmecanary.Pay.main(Pay.java:77)"),
            new Canary("SQL", "SELECT iban FROM canary_payroll"),
            new Canary("log body", "canary body: invoice 77 of Zelda"),
            new Canary("user agent", "CanaryBrowser/77.7 (acme)"),
            new Canary("host", "ip-10-77-canary.internal"),
            new Canary("pod", "acme-canary-pod-7f9c-x2z"),
            new Canary("process", "/opt/acme-canary/bin/run --pw"),
            new Canary("scope", "com.acmecanary.scope.internal"),
            new Canary("span name", "GET /t/acme-canary/span77"),
            new Canary("metric", "acme.canary.secret.metric"),
            new Canary("locale", "de-AT-x-canary77"),
            new Canary("coordinates", "48.2081743,16.3738189"),
            new Canary("file", "payroll-canary-2026.xlsx"),
            new Canary("subject", "CN=Zelda Canary,O=Acme"),
            new Canary("sum", CanaryDocuments.SUM),
            new Canary("minimum", CanaryDocuments.MINIMUM),
            new Canary("maximum", CanaryDocuments.MAXIMUM),
            new Canary("exemplar", CanaryDocuments.EXEMPLAR));

    private Canaries() {}

    /** @param kind what a reader of a failure wants to know */
    public record Canary(String kind, String value) {}

    public static List<Canary> all() {
        return ALL;
    }

    public static List<String> values() {
        return ALL.stream().map(Canary::value).toList();
    }

    /** The value of a kind. */
    public static String value(String kind) {
        return ALL.stream()
                .filter(canary -> canary.kind().equals(kind))
                .map(Canary::value)
                .findFirst()
                .orElseThrow();
    }

    /**
     * OTLP lines that carry every canary in every position that OTLP has: in records that count, in records that are refused, and
     * in lines that are no JSON. The identities of the records that count are canaries too.
     */
    public static List<String> otlpLines(String time) {
        List<String> lines = new ArrayList<>();
        String tenant = value("tenant");
        for (String planted : values()) {
            lines.addAll(new CanaryDocuments(planted, tenant, time).lines());
        }
        return lines;
    }
}
