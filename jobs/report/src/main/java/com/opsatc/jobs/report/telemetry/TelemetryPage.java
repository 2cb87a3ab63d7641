package com.opsatc.jobs.report.telemetry;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.telemetry.TelemetryView;
import com.opsatc.jobs.report.StyleSheet;
import com.opsatc.jobs.report.text.Words;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;

/**
 * What engineers look at: a single HTML file that opens from disk, loads nothing, runs nothing and prints.
 *
 * <p>It shows the release and the probe lane and adds nothing to them. A block that is withheld because the fleet is small
 * has no figure on the page, not even an old one. Windows are chosen without a script. The same view gives the same bytes
 * on every machine; every string is escaped by the template engine or the SVG writer; the content security policy
 * forbids whatever would slip through; the page is well-formed XML.
 */
public final class TelemetryPage {
    private static final String TEMPLATE = "telemetry/page.jte";
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, TelemetryPage.class.getClassLoader(), "com.opsatc.jobs.report");

    private TelemetryPage() {}

    /** The page's bytes, UTF-8; a view without a release gives a page that says so. */
    public static byte[] render(TelemetryView view) {
        requireNonNull(view, "view");
        TemplateOutput page = new StringOutput(512 * 1024);
        TEMPLATES.render(TEMPLATE, PageView.of(view, StyleSheet.with("telemetry.css")), page);

        return Words.visible(page.toString()).getBytes(StandardCharsets.UTF_8);
    }
}
