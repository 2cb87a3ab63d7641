package com.opsatc.jobs.report.map;

import com.opsatc.contract.document.Edge;

/**
 * A transition on the map.
 *
 * @param bottleneckRank its place in the ranking where it is one of the bottlenecks marked on the map, else 0
 */
public record MapEdge(Edge edge, int bottleneckRank) {
    public boolean bottleneck() {
        return bottleneckRank > 0;
    }
}
