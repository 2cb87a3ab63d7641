package com.opsatc.jobs.report;

import static java.util.Objects.requireNonNull;

import com.opsatc.jobs.report.part.MovedSince;
import com.opsatc.jobs.report.text.Words;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;

/**
 * The report of one run: a single HTML file that opens from disk, loads nothing, runs nothing and prints.
 *
 * <p>The same documents give the same bytes on every machine: no clock, no locale, no zone of the machine, no network. Text
 * of the tenant is escaped by the template engine (and by the SVG writer inside drawings); characters that cannot be seen
 * are written as {@code \\u…}; the content security policy forbids whatever would slip through. The page is well-formed
 * XML. Lists that could grow without end are cut, and say so.
 *
 * @see ReportInput
 */
public final class ReportPage {
    private static final String TEMPLATE = "report.jte";
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, ReportPage.class.getClassLoader(), "com.opsatc.jobs.report");

    private ReportPage() {}

    /** The page's bytes, UTF-8. */
    public static byte[] render(ReportInput input) {
        return rendered(ReportView.of(input, /* moved= */ null, StyleSheet.load()));
    }

    /** The page of a run held against an earlier one: it begins with what moved. */
    public static byte[] render(ReportInput input, MovedSince moved) {
        return rendered(ReportView.of(input, requireNonNull(moved, "moved"), StyleSheet.load()));
    }

    private static byte[] rendered(ReportView view) {
        TemplateOutput page = new StringOutput(256 * 1024);
        TEMPLATES.render(TEMPLATE, view, page);

        return Words.visible(page.toString()).getBytes(StandardCharsets.UTF_8);
    }
}
