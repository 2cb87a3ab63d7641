package com.opsatc.jobs.report.map;

import static com.opsatc.jobs.report.chart.Svg.at;

import java.util.List;

/** A route as SVG path data, its corners rounded so that the eye follows a line through a crossing. */
final class RoundedPath {
    /** How far an arrowhead reaches: the line ends where it begins. */
    static final double ARROW = 9;

    private static final double RADIUS = 8;

    private RoundedPath() {}

    static String of(List<Layout.Point> points) {
        StringBuilder path = new StringBuilder();
        int end = points.size() - 1;
        Layout.Point last = shortened(points.get(end - 1), points.get(end));
        Layout.Point first = points.get(0);
        path.append('M').append(at(first.x())).append(' ').append(at(first.y()));
        for (int i = 1; i < end; i++) {
            Layout.Point corner = points.get(i);
            Layout.Point before = towards(corner, points.get(i - 1));
            Layout.Point after = towards(corner, i + 1 == end ? last : points.get(i + 1));
            path.append(" L").append(at(before.x())).append(' ').append(at(before.y()));
            path.append(" Q").append(at(corner.x())).append(' ').append(at(corner.y()));
            path.append(' ').append(at(after.x())).append(' ').append(at(after.y()));
        }

        return path.append(" L")
                .append(at(last.x()))
                .append(' ')
                .append(at(last.y()))
                .toString();
    }

    private static Layout.Point shortened(Layout.Point from, Layout.Point to) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double length = Math.sqrt(dx * dx + dy * dy);
        double part = length == 0 ? 1 : Math.max(0, (length - ARROW) / length);

        return new Layout.Point(from.x() + dx * part, from.y() + dy * part);
    }

    /** The point where rounding a corner ends: no farther than half way to the next one. */
    private static Layout.Point towards(Layout.Point corner, Layout.Point next) {
        double dx = next.x() - corner.x();
        double dy = next.y() - corner.y();
        double length = Math.sqrt(dx * dx + dy * dy);
        double part = length == 0 ? 0 : Math.min(RADIUS, length / 2) / length;

        return new Layout.Point(corner.x() + dx * part, corner.y() + dy * part);
    }
}
