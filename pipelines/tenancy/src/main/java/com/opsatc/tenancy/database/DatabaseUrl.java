package com.opsatc.tenancy.database;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where a server is, and how it proves who it is: by the completed SCRAM exchange ({@code sslmode=disable}, the way on this
 * machine), or by a certificate for its name ({@code sslmode=verify-full}, the way to any other).
 *
 * <p>The modes between encrypt for whoever answers; they are refused, and so is every parameter that could switch the proof
 * off, bring in other code, or carry a secret.
 */
record DatabaseUrl(String text, boolean certified) {
    private static final String PREFIX = "jdbc:postgresql:";
    private static final String MODE = "sslmode";
    private static final String CERTIFIED = "verify-full";
    private static final String PLAIN = "disable";
    private static final Set<String> PARAMETERS = Set.of(
            MODE,
            "sslrootcert",
            "sslcert",
            "sslkey",
            "currentSchema",
            "targetServerType",
            "hostRecheckSeconds",
            "loadBalanceHosts",
            "socketTimeout");

    /** Never repeats what it refuses, which may hold a password. */
    static DatabaseUrl of(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        if (!url.startsWith(PREFIX) || lower.contains("password=") || lower.contains("user=") || lower.contains("@")) {
            throw refused(
                    "it must start with jdbc:postgresql: and carry neither user nor password; give those separately");
        }

        Map<String, String> parameters = parameters(url);
        if (!PARAMETERS.containsAll(parameters.keySet())) {
            throw refused("it may carry no parameter but " + String.join(", ", new TreeSet<>(PARAMETERS)));
        }

        String mode = parameters.getOrDefault(MODE, onThisMachine(url) ? PLAIN : CERTIFIED);
        if (!mode.equals(CERTIFIED) && !mode.equals(PLAIN)) {
            throw refused("its sslmode encrypts for whoever answers; use sslmode=verify-full with sslrootcert, or"
                    + " sslmode=disable, where the server proves by scram-sha-256 that it knows the password");
        }

        return new DatabaseUrl(url, mode.equals(CERTIFIED));
    }

    /** What the driver must be told for the proof; never overridden by the URL, which has the same mode or none. */
    SortedMap<String, String> proof() {
        TreeMap<String, String> properties = new TreeMap<>();
        properties.put("gssEncMode", "disable");
        properties.put(MODE, certified ? CERTIFIED : PLAIN);
        if (!certified) {
            properties.put("socketFactory", ProvenSocketFactory.class.getName());
        }

        return properties;
    }

    private static Map<String, String> parameters(String url) {
        TreeMap<String, String> parameters = new TreeMap<>();
        int question = url.indexOf('?');
        if (question >= 0) {
            for (String parameter : url.substring(question + 1).split("&", -1)) {
                int equals = parameter.indexOf('=');
                String name = equals < 0 ? parameter : parameter.substring(0, equals);
                if (parameters.put(name, parameter.substring(equals + 1)) != null) {
                    throw refused("it carries a parameter twice");
                }
            }
        }

        return parameters;
    }

    private static boolean onThisMachine(String url) {
        String place = url.substring(PREFIX.length()).replaceFirst("[?].*", "");
        if (!place.startsWith("//")) {
            return true; // a database's name alone
        }

        List<String> hosts =
                Arrays.asList(place.substring(2).replaceFirst("/.*", "").split(",", -1));
        return hosts.stream()
                .allMatch(host -> host.matches("(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])?(:[0-9]{1,5})?"));
    }

    private static PipelineException refused(String why) {
        return new PipelineException(ErrorCode.CONFIGURATION, "Cannot use the database URL: " + why);
    }
}
