package com.opsatc.contract.quality;

import java.util.ArrayList;
import java.util.List;

/**
 * Why a file or a row was kept out: a code with parameters, as documents have it, and the sentence that says it to a person.
 *
 * <pre>
 * missing-column:timestamp|Time stamp   the column "timestamp" is missing; the nearest header is "Time stamp": …
 * quote-not-closed:7|9                  row 7 (line 9): quote not closed; …
 * </pre>
 *
 * Parameters may be text of the tenant (headers): whoever shows a sentence makes it safe as it does a file's name.
 */
public final class Reason {
    private static final int LONGEST = 200;

    private Reason() {}

    /** The code with its parameters as one text; a parameter longer than 200 characters is cut. */
    public static String of(String code, List<String> parameters) {
        List<String> escaped = new ArrayList<>();
        for (String parameter : parameters) {
            String cut = parameter.length() <= LONGEST ? parameter : parameter.substring(0, LONGEST) + "…";
            escaped.add(cut.replace("%", "%25").replace("|", "%7C"));
        }

        return escaped.isEmpty() ? code : code + ":" + String.join("|", escaped);
    }

    /** What is wrong and what to do, without a full stop; a code that is not known stands for itself. */
    public static String sentence(String reason) {
        int colon = reason.indexOf(':');
        String code = colon < 0 ? reason : reason.substring(0, colon);
        List<String> parameters = new ArrayList<>();
        if (colon >= 0) {
            for (String each : reason.substring(colon + 1).split("\\|", -1)) {
                parameters.add(each.replace("%7C", "|").replace("%25", "%"));
            }
        }

        String sentence = ReasonSentences.of(code, parameters);
        String said = sentence == null ? ValueReasons.of(code, parameters) : sentence;
        return said == null ? reason : said;
    }
}
