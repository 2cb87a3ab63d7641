package com.opsatc.jobs.report.map;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.elk.alg.layered.options.CycleBreakingStrategy;
import org.eclipse.elk.alg.layered.options.LayerConstraint;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Places a graph in layers from top to bottom, with right-angled routes (Eclipse Layout Kernel, layered algorithm).
 *
 * <p>The same graph gives the same layout: the algorithm's random choices start from a fixed seed, and nodes and links
 * are handed over in the order they come in.
 */
final class LayeredLayout {
    private static final int SEED = 1;

    static {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    private LayeredLayout() {}

    static Layout of(List<Layout.Node> nodes, List<Layout.Link> links) {
        ElkNode graph = graph();
        List<ElkNode> placed = new ArrayList<>();
        nodes.forEach(node -> placed.add(node(graph, node)));
        List<ElkEdge> routed = new ArrayList<>();
        links.forEach(link -> routed.add(edge(placed, link)));
        new RecursiveGraphLayoutEngine().layout(graph, new NullElkProgressMonitor());

        return new Layout(
                graph.getWidth(),
                graph.getHeight(),
                placed.stream()
                        .map(node -> new Layout.Box(node.getX(), node.getY(), node.getWidth(), node.getHeight()))
                        .toList(),
                routed.stream().map(LayeredLayout::route).toList());
    }

    private static ElkNode graph() {
        ElkNode graph = ElkGraphUtil.createGraph();
        graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        graph.setProperty(LayeredOptions.RANDOM_SEED, SEED);
        graph.setProperty(LayeredOptions.DIRECTION, Direction.DOWN);
        graph.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        graph.setProperty(LayeredOptions.CYCLE_BREAKING_STRATEGY, CycleBreakingStrategy.GREEDY);
        graph.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
        graph.setProperty(LayeredOptions.PADDING, new ElkPadding(12));
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE, 36.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, 16.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 12.0);
        graph.setProperty(LayeredOptions.SPACING_NODE_SELF_LOOP, 20.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_LABEL, 3.0);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 26.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 20.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 11.0);

        return graph;
    }

    private static ElkNode node(ElkNode graph, Layout.Node wanted) {
        ElkNode node = ElkGraphUtil.createNode(graph);
        node.setDimensions(wanted.width(), wanted.height());
        if (wanted.pin() != Layout.Pin.NONE) {
            node.setProperty(
                    LayeredOptions.LAYERING_LAYER_CONSTRAINT,
                    wanted.pin() == Layout.Pin.FIRST ? LayerConstraint.FIRST : LayerConstraint.LAST);
        }

        return node;
    }

    private static ElkEdge edge(List<ElkNode> nodes, Layout.Link link) {
        ElkEdge edge = ElkGraphUtil.createSimpleEdge(nodes.get(link.from()), nodes.get(link.to()));
        edge.setProperty(LayeredOptions.PRIORITY_DIRECTION, link.weight());
        int urgency = 32 - Integer.numberOfLeadingZeros(link.weight());
        edge.setProperty(LayeredOptions.PRIORITY_STRAIGHTNESS, urgency);
        edge.setProperty(LayeredOptions.PRIORITY_SHORTNESS, urgency);
        // A label without text is not placed; what it says is drawn elsewhere.
        ElkLabel label = ElkGraphUtil.createLabel("label", edge);
        label.setDimensions(link.labelWidth(), link.labelHeight());

        return edge;
    }

    private static Layout.Route route(ElkEdge edge) {
        List<Layout.Point> points = new ArrayList<>();
        ElkEdgeSection section = edge.getSections().get(0);
        points.add(new Layout.Point(section.getStartX(), section.getStartY()));
        section.getBendPoints().forEach(bend -> points.add(new Layout.Point(bend.getX(), bend.getY())));
        points.add(new Layout.Point(section.getEndX(), section.getEndY()));
        ElkLabel label = edge.getLabels().get(0);

        return new Layout.Route(
                points, new Layout.Box(label.getX(), label.getY(), label.getWidth(), label.getHeight()));
    }
}
