package com.opsatc.advisory.token;

import java.util.LinkedHashMap;
import java.util.Map;

/** Tokens whose claims have another time, audience, issuer, name or tenant than a good one. */
final class ClaimForgeries {
    private final GenuineToken genuine;
    private final Map<String, String> tokens = new LinkedHashMap<>();

    private ClaimForgeries(GenuineToken genuine) {
        this.genuine = genuine;
    }

    static Map<String, String> of(GenuineToken genuine) {
        ClaimForgeries forgeries = new ClaimForgeries(genuine);
        forgeries.ends();
        forgeries.beginnings();
        forgeries.audiences();
        forgeries.issuers();
        forgeries.identities();
        forgeries.tenants();

        return forgeries.tokens;
    }

    private void ends() {
        long now = genuine.now();
        String exp = "\"exp\":" + (now + 600);
        String iat = "\"iat\":" + now;
        for (String wrong : new String[] {
            "\"" + (now + 600) + "\"",
            (now + 600) + ".0",
            (now + 600) + ".5",
            "1.9e9",
            "9".repeat(30),
            "253402300800",
            "9223372036854775807",
            "-1",
            "null",
            "true",
            "[" + (now + 600) + "]",
            "{}"
        }) {
            tokens.put("exp " + wrong, genuine.claim(exp, "\"exp\":" + wrong));
        }
        tokens.put("exp absent", genuine.claim("," + exp, ""));
        tokens.put("exp twice", genuine.claim(exp, "\"exp\":1," + exp));
        tokens.put("expired", genuine.claim(iat + "," + exp, "\"iat\":" + (now - 630) + ",\"exp\":" + (now - 30)));
        tokens.put("lives 15 min and 1 s", genuine.claim(exp, "\"exp\":" + (now + 901)));
        tokens.put("lives a year", genuine.claim(exp, "\"exp\":" + (now + 31_536_000)));
        tokens.put("ends when it begins", genuine.claim(exp, "\"exp\":" + now));
        tokens.put("ends before it begins", genuine.claim(exp, "\"exp\":" + (now - 1)));
    }

    private void beginnings() {
        long now = genuine.now();
        String iat = "\"iat\":" + now;
        tokens.put("iat absent", genuine.claim(iat + ",", ""));
        tokens.put("iat as text", genuine.claim(iat, "\"iat\":\"" + now + "\""));
        tokens.put("iat as a fraction", genuine.claim(iat, iat + ".0"));
        tokens.put("iat in the future", genuine.claim(iat, "\"iat\":" + (now + 31)));
        tokens.put("nbf in the future", genuine.claim(iat, iat + ",\"nbf\":" + (now + 31)));
        tokens.put("nbf as text", genuine.claim(iat, iat + ",\"nbf\":\"" + now + "\""));
        tokens.put("nbf null", genuine.claim(iat, iat + ",\"nbf\":null"));
    }

    private void audiences() {
        String aud = "\"" + DevelopmentTokens.AUDIENCE + "\"";
        for (String wrong : new String[] {
            "\"urn:opsatc:other\"",
            "[" + aud + ",\"urn:opsatc:other\"]",
            "[" + aud + "," + aud + "]",
            "[[" + aud + "]]",
            "[]",
            "{}",
            "null",
            "\"\"",
            "\"" + DevelopmentTokens.AUDIENCE + "/\"",
            "\"URN:OPSATC:ADVISORY\"",
            "\"urn:opsatc:advisory\\u0000\""
        }) {
            tokens.put("aud " + wrong, genuine.claim(aud, wrong));
        }
        tokens.put("aud absent", genuine.claim("\"aud\":" + aud + ",", ""));
    }

    private void issuers() {
        String iss = "\"" + DevelopmentTokens.ISSUER + "\"";
        for (String wrong :
                new String[] {"\"urn:opsatc:other\"", "[" + iss + "]", "\"\"", "null", "\"urn:opsatc:development/\""}) {
            tokens.put("iss " + wrong, genuine.claim(iss, wrong));
        }
        tokens.put("iss absent", genuine.claim("\"iss\":" + iss + ",", ""));
    }

    private void identities() {
        for (String name : new String[] {"sub\":\"development", "jti\":\"0001"}) {
            String claim = "\"" + name + "\"";
            String key = name.substring(0, 3);
            tokens.put(key + " absent", genuine.claim(claim + ",", ""));
            tokens.put(key + " empty", genuine.claim(claim, "\"" + key + "\":\"\""));
            tokens.put(key + " a number", genuine.claim(claim, "\"" + key + "\":1"));
            tokens.put(key + " with a line end", genuine.claim(claim, "\"" + key + "\":\"a\\nb\""));
        }
    }

    private void tenants() {
        for (String wrong : new String[] {
            "[\"acme\"]",
            "[\"acme\",\"globex\"]",
            "{\"id\":\"acme\"}",
            "null",
            "1",
            "true",
            "\"\"",
            "\"ACME\"",
            "\"acme \"",
            "\" acme\"",
            "\"acme\\u0000\"",
            "\"../acme\"",
            "\"\u0430cme\"",
            "\"" + "a".repeat(64) + "\"",
            "\"*\""
        }) {
            tokens.put("tenant " + wrong, genuine.claim("\"acme\"", wrong));
        }
        tokens.put("tenant absent", genuine.claim(",\"tenant\":\"acme\"", ""));
        tokens.put("tenant twice", genuine.claim("\"tenant\":\"acme\"", "\"tenant\":\"globex\",\"tenant\":\"acme\""));
    }
}
