package com.opsatc.jobs.report.map;

import com.opsatc.jobs.report.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * An activity's name as at most two lines of a box, broken at a space where there is one, with an ellipsis where it does
 * not fit.
 *
 * <p>Widths are estimated (there is no font to ask, and asking one would draw differently on every machine): a wide
 * East Asian character counts as two.
 */
record NodeText(List<String> lines) {
    static final int LINE_LENGTH = 22;
    private static final int MOST_LINES = 2;

    static NodeText of(String name) {
        List<String> lines = new ArrayList<>();
        String rest = Words.name(name).strip();
        while (!rest.isEmpty()) {
            int end = fit(rest);
            if (end == rest.length()) {
                lines.add(rest);
                break;
            }
            int space = rest.lastIndexOf(' ', end);
            int cut = space > end / 2 ? space : end;
            boolean last = lines.size() == MOST_LINES - 1;
            if (last) {
                lines.add(rest.substring(0, rest.offsetByCodePoints(end, -1)).stripTrailing() + "…");
                break;
            }
            lines.add(rest.substring(0, cut).stripTrailing());
            rest = rest.substring(cut).stripLeading();
        }

        return new NodeText(List.copyOf(lines));
    }

    /** Estimated width of the widest line, in characters. */
    int width() {
        return lines.stream().mapToInt(NodeText::width).max().orElse(0);
    }

    private static int width(String text) {
        return text.codePoints().map(NodeText::cells).sum();
    }

    private static int fit(String text) {
        int cells = 0;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            cells += cells(c);
            if (cells > LINE_LENGTH && i > 0) {
                return i;
            }
            i += Character.charCount(c);
        }

        return text.length();
    }

    private static int cells(int c) {
        return c >= 0x1100
                        && (c <= 0x115f || (c >= 0x2e80 && c <= 0xd7ff) || (c >= 0xf900 && c <= 0xffe6) || c > 0xffff)
                ? 2
                : 1;
    }
}
