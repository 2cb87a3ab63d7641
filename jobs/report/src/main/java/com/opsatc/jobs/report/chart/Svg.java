package com.opsatc.jobs.report.chart;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes one well-formed SVG element tree as text; every text and attribute value is escaped here and nowhere else.
 *
 * <p>Attributes are given as name and value in turn. Coordinates are written with one decimal, so that the same drawing
 * is the same text on every machine. No style attribute is ever written: a content security policy would drop it.
 */
public final class Svg {
    private final StringBuilder out = new StringBuilder(4_096);
    private final Deque<String> open = new ArrayDeque<>();

    /** Begins a drawing that scales with its place; {@code title} is what a screen reader says in its stead. */
    public static Svg drawing(String classes, double width, double height, String title) {
        Svg svg = new Svg();
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                classes,
                "viewBox",
                "0 0 " + at(width) + " " + at(height),
                "width",
                at(width),
                "height",
                at(height),
                "role",
                "img",
                "font-family",
                "system-ui, sans-serif");

        return svg.titled(title);
    }

    public Svg open(String name, String... attributes) {
        begin(name, attributes);
        out.append('>');
        open.push(name);
        return this;
    }

    public Svg close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element without content. */
    public Svg mark(String name, String... attributes) {
        begin(name, attributes);
        out.append("/>");
        return this;
    }

    public Svg titled(String title) {
        return open("title").words(title).close();
    }

    public Svg label(String text, String... attributes) {
        return open("text", attributes).words(text).close();
    }

    public Svg words(String text) {
        escape(text);
        return this;
    }

    /** Ends the drawing. */
    public String end() {
        while (!open.isEmpty()) {
            close();
        }

        return out.toString();
    }

    /** A coordinate as text: one decimal, none where it is 0, and never {@code -0}. */
    public static String at(double coordinate) {
        long tenths = Math.round(coordinate * 10);
        String sign = tenths < 0 ? "-" : "";
        long size = Math.abs(tenths);

        return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
    }

    private void begin(String name, String... attributes) {
        if (attributes.length % 2 != 0) {
            throw new IllegalArgumentException("Invalid attributes of " + name + ": give a value for every name");
        }
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
    }
}
