package com.opsatc.jobs.report.testing;

import java.util.ArrayList;
import java.util.List;

/** Texts that would be markup, script or a way out of an attribute, were they not escaped: every way out with every payload. */
public final class Payloads {
    private static final List<String> WAYS_OUT =
            List.of("", "\">", "'>", "-->", "]]>", "</title>", "</style>", "</text></svg>", "&lt;", "\u0000\u202e");
    private static final List<String> PAYLOADS = List.of(
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<svg onload=alert(1)>",
            "<a href=javascript:alert(1)>x</a>",
            "<iframe srcdoc='<script>x</script>'>",
            "<meta http-equiv=refresh content=0>",
            "\" onmouseover=\"alert(1)",
            "' autofocus onfocus='alert(1)",
            "<style>*{background:url(//x)}</style>",
            "&#60;script&#62;&bogus;",
            "<!--<![CDATA[<?xml ?>",
            "${7*7}$unsafe{7}@raw #{1}");

    private Payloads() {}

    public static List<String> all() {
        List<String> all = new ArrayList<>();
        for (String wayOut : WAYS_OUT) {
            for (String payload : PAYLOADS) {
                all.add(wayOut + payload);
            }
        }

        return all;
    }

    /** The same text with nothing in it that means anything to a browser, each character as wide as before. */
    public static String harmless(String payload) {
        return payload.replaceAll("[<>&\"]", "x").replace('\'', '.');
    }
}
