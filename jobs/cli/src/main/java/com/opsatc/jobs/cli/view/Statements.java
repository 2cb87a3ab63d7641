package com.opsatc.jobs.cli.view;

import com.opsatc.contract.advice.RealisedEffect;
import com.opsatc.contract.advice.Recommendation;
import com.opsatc.contract.claim.Finding;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A finding's sentence with its subjects filled in: they are tenant text, which the published sentence keeps apart. Where others
 * moved with it, the headline of them all comes first.
 */
public final class Statements {
    private static final Pattern SUBJECT = Pattern.compile("\\{subject\\.([0-9]{1,3})\\}");

    private Statements() {}

    /**
     * One pass, so that a subject that looks like a placeholder is not filled in again.
     *
     * @param kpis titles of KPIs by id: a title is ours and stands without quotes
     */
    public static String of(Finding finding, Map<String, String> kpis) {
        String sentence = of(finding.statement(), finding.subjects(), kpis);
        return finding.headline() == null ? sentence : finding.headline() + " " + sentence;
    }

    public static String of(Recommendation advice, Map<String, String> kpis) {
        return of(advice.statement(), advice.subjects(), kpis);
    }

    static String of(RealisedEffect effect) {
        return of(effect.statement(), effect.subjects(), Map.of());
    }

    private static String of(String statement, List<String> subjects, Map<String, String> kpis) {
        Matcher matcher = SUBJECT.matcher(statement);
        StringBuilder sentence = new StringBuilder();
        while (matcher.find()) {
            int number = Integer.parseInt(matcher.group(1));
            boolean known = number >= 1 && number <= subjects.size();
            String text = known ? named(subjects.get(number - 1), kpis) : matcher.group();
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
