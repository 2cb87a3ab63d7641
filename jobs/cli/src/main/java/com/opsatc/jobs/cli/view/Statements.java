package com.opsatc.jobs.cli.view;

import com.opsatc.contract.claim.Finding;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A finding's sentence with its subjects filled in: they are tenant text, which the published sentence keeps apart. Where others
 * moved with it, the headline of them all comes first.
 */
final class Statements {
    private static final Pattern SUBJECT = Pattern.compile("\\{subject\\.([0-9]{1,3})\\}");

    private Statements() {}

    /**
     * One pass, so that a subject that looks like a placeholder is not filled in again.
     *
     * @param kpis titles of KPIs by id: a title is ours and stands without quotes
     */
    static String of(Finding finding, Map<String, String> kpis) {
        Matcher matcher = SUBJECT.matcher(finding.statement());
        StringBuilder sentence = new StringBuilder(finding.headline() == null ? "" : finding.headline() + " ");
        while (matcher.find()) {
            int number = Integer.parseInt(matcher.group(1));
            boolean known = number >= 1 && number <= finding.subjects().size();
            String text = known ? named(finding.subjects().get(number - 1), kpis) : matcher.group();
            matcher.appendReplacement(sentence, Matcher.quoteReplacement(text));
        }
        matcher.appendTail(sentence);

        return sentence.toString();
    }

    private static String named(String subject, Map<String, String> kpis) {
        String title = kpis.get(subject);
        return title == null ? "'" + subject + "'" : title;
    }
}
