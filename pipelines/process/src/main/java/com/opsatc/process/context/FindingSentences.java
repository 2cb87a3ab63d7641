package com.opsatc.process.context;

import com.opsatc.contract.Aggregation;
import com.opsatc.contract.Finding;
import com.opsatc.contract.Unit;

/**
 * The sentences of one finding's facts, each of which can be quoted without the others: it names its subject, its process
 * and the time it holds for, and {@code %s} stands for its figure with the unit.
 *
 * <p>A fact of a name that is not known here is stated under that name, for the finding's window.
 */
final class FindingSentences {
    private static final String BOTTLENECK = "bottleneck";
    private static final String EPISODE = "kpi-episode";

    private final Finding finding;
    private final String subject;
    private final String figure;

    /**
     * @param process what people call the finding's process
     * @param subject what the finding is about, as it stands in a sentence: a title of ours, or references to labels
     */
    FindingSentences(Finding finding, String process, String subject) {
        this.finding = finding;
        this.subject = subject + " of process " + process;
        this.figure = figure(finding);
    }

    String value() {
        return during("the " + figure + " is %s.");
    }

    String members() {
        return during("the figure counts %s members.");
    }

    /** Of a finding with members: how many moved with it, itself included. */
    String together() {
        return across("it is the first of %s that moved the same way, at most a week apart from it.");
    }

    String low() {
        return during("the interval of the " + figure + " begins at %s.");
    }

    String high() {
        return during("the interval of the " + figure + " ends at %s.");
    }

    /** @param name a fact's name, as in {@link Finding#facts} */
    String fact(String name) {
        if (finding.kind().equals(EPISODE)) {
            switch (name) {
                case "after":
                    return after("the " + figure + " is %s.");
                case "after_low":
                    return after("the interval of the " + figure + " begins at %s.");
                case "after_high":
                    return after("the interval of the " + figure + " ends at %s.");
                case "n_after":
                    return after("the figure counts %s members.");
                case "weeks_after":
                    return after("it is measured over %s full weeks.");
                case "weeks_within":
                    return during("it is measured over %s full weeks.");
                default:
                    break;
            }
        }

        return switch (name) {
            case "before" -> before("the " + figure + " is %s.");
            case "before_low" -> before("the interval of the " + figure + " begins at %s.");
            case "before_high" -> before("the interval of the " + figure + " ends at %s.");
            case "n_before" -> before("the figure counts %s members.");
            case "weeks_before" -> before("it is measured over %s full weeks.");
            case "after" -> during("the " + figure + " after the shift is %s.");
            case "weeks_after" -> during("it is measured over %s full weeks.");
            case "change" -> across("the " + figure + " after it less the one before it is %s" + points() + ".");
            case "change_low" -> across("the interval of the change begins at %s" + points() + ".");
            case "change_high" -> across("the interval of the change ends at %s" + points() + ".");
            case "change_ratio" -> across("the change is %s of the " + figure + " before it.");
            case "cases" -> during("the step occurs in %s cases.");
            case "n_without_start" ->
                during(
                        "%s occurrences of the step are left out, since the start of its second activity is not recorded.");
            case "share" -> during("the " + figure + " is %s of what all steps of the process add up to.");
            case "target_us" ->
                during(declared() ? "the declared target is %s." : "the first quartile of the step is %s.");
            default -> during("the " + words(name) + " is %s.");
        };
    }

    private String during(String rest) {
        return subject + ", " + finding.window().from() + " to "
                + finding.window().to() + ": " + rest;
    }

    private String before(String rest) {
        return subject + ", before the shift in the week of " + finding.window().from() + ": " + rest;
    }

    private String after(String rest) {
        return subject + ", after " + finding.window().to() + ": " + rest;
    }

    private String across(String rest) {
        return subject + ", at the shift in the week of " + finding.window().from() + ": " + rest;
    }

    /** A difference of two shares in per cent reads like a part of the first one. */
    private String points() {
        return finding.unit() == Unit.RATIO ? ", in percentage points" : "";
    }

    private static String figure(Finding finding) {
        if (finding.kind().equals(BOTTLENECK)) {
            return finding.aggregation() == Aggregation.SUM
                    ? "sum of the time beyond the declared target"
                    : "sum of the time beyond the step's own first quartile";
        }

        return AggregationWords.of(finding.aggregation());
    }

    private boolean declared() {
        return finding.aggregation() == Aggregation.SUM;
    }

    private static String words(String name) {
        return name.replaceAll("_us$", "")
                .replace("p25", "first quartile")
                .replace("p50", "median")
                .replace("p90", "ninetieth percentile")
                .replace('_', ' ');
    }
}
