package com.opsatc.jobs.report.map;

import java.util.List;

/**
 * Where everything on the map lies, in the order it was asked for.
 *
 * @param boxes one for each node
 * @param routes one for each link
 */
record Layout(double width, double height, List<Box> boxes, List<Route> routes) {
    Layout {
        boxes = List.copyOf(boxes);
        routes = List.copyOf(routes);
    }

    /** What has to be placed: its size, and whether it must come first or last. */
    record Node(double width, double height, Pin pin) {}

    enum Pin {
        FIRST,
        NONE,
        LAST
    }

    /** From and to are positions in the list of nodes; the heavier of two opposed links (1 to 1,000) points downwards. */
    record Link(int from, int to, double labelWidth, double labelHeight, int weight) {}

    record Box(double x, double y, double width, double height) {
        double centreX() {
            return x + width / 2;
        }

        double centreY() {
            return y + height / 2;
        }
    }

    record Point(double x, double y) {}

    record Route(List<Point> points, Box label) {
        Route {
            points = List.copyOf(points);
        }
    }
}
