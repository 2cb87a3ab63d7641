package com.opsatc.process.context;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.ChangeSplit;
import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.FindingKind;
import com.opsatc.contract.claim.Unit;

/**
 * The sentences of one finding's facts, each of which can be quoted without the others: it names its subject, its process
 * and the time it holds for, and {@code %s} stands for its figure with the unit.
 */
final class FindingSentences {
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

    String value(Told told) {
        return during("the " + figure + " is %s" + told.basis() + told.reading() + ".");
    }

    /** Of a finding with members: how many moved with it, itself included. */
    String together() {
        return across("it is the first of %s that moved the same way, at most a week apart from it.");
    }

    /**
     * @param name of none that belongs to another figure
     * @param told what it is
     */
    String fact(FigureName name, Told told) {
        if (finding.kind() == FindingKind.KPI_EPISODE) {
            switch (name) {
                case AFTER:
                    return after("the " + figure + " is %s" + told.basis() + ".");
                case WEEKS_AFTER:
                    return after("it is measured over %s full weeks.");
                case WEEKS_WITHIN:
                    return during("it is measured over %s full weeks.");
                default:
                    break;
            }
        }

        return switch (name) {
            case BEFORE -> before("the " + figure + " is %s" + told.basis() + ".");
            case WEEKS_BEFORE -> before("it is measured over %s full weeks.");
            case WEEKS_AFTER -> during("it is measured over %s full weeks.");
            case CHANGE ->
                across("the " + figure + " after it less the one before it is %s" + points() + told.range() + ".");
            case CHANGE_RATIO -> across("the change is %s of the " + figure + " before it.");
            case CASES -> during("the step occurs in %s cases.");
            case N_WITHOUT_START ->
                during(
                        "%s occurrences of the step are left out, since the start of its second activity is not recorded.");
            case SHARE -> during("the " + figure + " is %s of what all steps of the process add up to.");
            case TARGET_US ->
                during(declared() ? "the declared target is %s." : "the first quartile of the step is %s.");
            default -> during("the " + name.spoken() + " is %s.");
        };
    }

    /** What of the change is associated with another mix of an attribute's values. */
    String mix(ChangeSplit split) {
        return across(part(split) + "another mix of " + split.attribute() + ".");
    }

    /** What of it is associated with other figures within them. */
    String within(ChangeSplit split) {
        return across(part(split) + "other figures within the values of " + split.attribute() + ".");
    }

    /** What of it is associated with one value. */
    String segment(ChangeSplit split, String value) {
        return across(part(split) + split.attribute() + " " + value + ".");
    }

    /** A median does not divide: the change of the mean does. */
    private String part(ChangeSplit split) {
        return "of the change" + (split.aggregation() == Aggregation.SHARE ? "" : " of the mean") + ", %s"
                + (points().isEmpty() ? "" : points() + ",") + " is associated with ";
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
        if (finding.kind() == FindingKind.BOTTLENECK) {
            return finding.aggregation() == Aggregation.SUM
                    ? "sum of the time beyond the declared target"
                    : "sum of the time beyond the step's own first quartile";
        }

        return finding.aggregation().spoken();
    }

    private boolean declared() {
        return finding.aggregation() == Aggregation.SUM;
    }
}
