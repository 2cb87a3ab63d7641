package com.opsatc.jobs.report.map;

import com.opsatc.jobs.report.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * An activity's name as at most two lines of a box, broken at a space where there is one, with an ellipsis where it does
 * not fit.
 *
 * <p>Widths are estimated from the kind of letter, for bold type of 12.5 px: there is no font to ask, and asking one would
 * draw differently on every machine.
 */
record NodeText(List<String> lines) {
    static final double LINE_WIDTH = 170;
    private static final int MOST_LINES = 2;
    private static final String NARROW = "iljtfr.,:;'|!()[]/ -";

    static NodeText of(String name) {
        List<String> lines = new ArrayList<>();
        String rest = Words.name(name).strip();
        while (!rest.isEmpty()) {
            int end = fit(rest);
            if (end == rest.length()) {
                lines.add(rest);
                break;
            }
            if (lines.size() == MOST_LINES - 1) {
                lines.add(rest.substring(0, rest.offsetByCodePoints(end, -1)).stripTrailing() + "…");
                break;
            }
            int space = rest.lastIndexOf(' ', end);
            int cut = space > end / 2 ? space : end;
            lines.add(rest.substring(0, cut).stripTrailing());
            rest = rest.substring(cut).stripLeading();
        }

        return new NodeText(List.copyOf(lines));
    }

    /** Estimated width of the widest line, in pixels. */
    double width() {
        return lines.stream().mapToDouble(NodeText::width).max().orElse(0);
    }

    static double width(String text) {
        return text.codePoints().mapToDouble(NodeText::width).sum();
    }

    private static int fit(String text) {
        double width = 0;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            width += width(c);
            if (width > LINE_WIDTH && i > 0) {
                return i;
            }
            i += Character.charCount(c);
        }

        return text.length();
    }

    private static double width(int c) {
        if (c >= 0x1100) {
            return 13.5;
        }
        if (NARROW.indexOf(c) >= 0) {
            return 4.8;
        }

        return Character.isUpperCase(c) || c == 'm' || c == 'w' || c == '_' || c > 0xff ? 9.2 : 7.5;
    }
}
