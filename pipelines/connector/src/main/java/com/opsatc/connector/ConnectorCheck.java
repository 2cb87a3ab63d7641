package com.opsatc.connector;

import com.opsatc.connector.mapping.EventMapping;
import com.opsatc.connector.mapping.Join;
import com.opsatc.connector.mapping.ObjectMapping;
import com.opsatc.connector.spec.StreamSpec;
import com.opsatc.contract.text.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** What a schema cannot say of a connector: that the names in it refer to something. */
final class ConnectorCheck {
    private final Connector connector;
    private final List<ConnectorProblem> problems = new ArrayList<>();

    private ConnectorCheck(Connector connector) {
        this.connector = connector;
    }

    /** All that is wrong, in the order of the file; empty when nothing is. */
    static List<ConnectorProblem> of(Connector connector) {
        ConnectorCheck check = new ConnectorCheck(connector);
        if (connector.window().isEmpty()) {
            check.problem(
                    "/settings/" + TimeWindow.SETTING,
                    "setting " + TimeWindow.SETTING
                            + " is no range of years or days, such as 1970..2099 or 2100-01-01..2300-12-31");
        }

        if (connector.processTitle() != null && !TitleSetting.isTitle(connector.processTitle())) {
            check.problem(
                    "/process-title",
                    "setting " + TitleSetting.NAME
                            + " must be 1 to 60 letters, digits, blanks and signs of , . & ' ( ) / -, and begin with a letter or digit");
        }

        connector.streams().values().forEach(check::stream);
        for (int i = 0; i < connector.objects().size(); i++) {
            ObjectMapping object = connector.objects().get(i);
            check.mapped("/objects/" + i, "object " + object.type(), object.stream(), object.joins());
        }
        for (int i = 0; i < connector.events().size(); i++) {
            EventMapping event = connector.events().get(i);
            check.mapped("/events/" + i, "event " + (i + 1), event.stream(), event.joins());
            if (event.cite() != null) {
                List<String> joined = event.joins().stream().map(Join::stream).toList();
                check.known(
                        "/events/" + i + "/cite", "event " + (i + 1) + " cites a joined stream", event.cite(), joined);
            }
        }

        connector.kpis().forEach((name, params) -> {
            if (params.get("needs") != null) {
                check.known(
                        "/kpis/" + name + "/needs",
                        "kpis." + name + " needs a setting",
                        params.get("needs").toString(),
                        connector.settings().keySet());
            }
        });
        DeclaredTolerance.ENTRIES.stream().sorted().forEach(check::tolerance);
        check.target();
        check.milestones();
        check.problems.addAll(AttributeCheck.of(connector));
        return check.problems;
    }

    /** What a setting will fill in may wait. */
    private void tolerance(String entry) {
        Map<String, Object> params = connector.kpis().getOrDefault(entry, Map.of());
        if (String.valueOf(params.get("tolerance")).contains("${")) {
            return;
        }

        try {
            DeclaredTolerance.of(params);
        } catch (IllegalArgumentException e) {
            problem("/kpis/" + entry + "/tolerance", "kpis." + entry + ": " + e.getMessage());
        }
    }

    private void target() {
        Map<String, Object> params = connector.kpis().getOrDefault(DeclaredTarget.ENTRY, Map.of());
        if (params.values().stream().anyMatch(value -> value.toString().startsWith("${"))) {
            return;
        }

        try {
            DeclaredTarget.days(params);
        } catch (IllegalArgumentException e) {
            problem("/kpis/" + DeclaredTarget.ENTRY, "kpis." + DeclaredTarget.ENTRY + ": " + e.getMessage());
        }
    }

    private void milestones() {
        for (String chain : connector.milestoneOrder()) {
            if (!chain.contains("${")
                    && MilestoneOrder.activities(chain).stream().distinct().count() < 2) {
                problem("/milestone-order", "milestone-order names no two activities as A > B: " + chain);
            }
        }
    }

    private void stream(StreamSpec stream) {
        problems.addAll(ColumnCheck.of(stream));
        String at = "/streams/" + stream.name();
        for (String key : stream.key()) {
            known(
                    at + "/key",
                    "stream " + stream.name() + " has a key",
                    key,
                    stream.columns().keySet());
        }

        if (stream.cursor() != null) {
            known(
                    at + "/cursor",
                    "stream " + stream.name() + " has a cursor",
                    stream.cursor(),
                    stream.columns().keySet());
        }

        DeliveryCheck.of(stream).forEach(text -> problem(at, text));
    }

    private void mapped(String at, String what, String streamName, List<Join> joins) {
        known(
                at + "/stream",
                what + " has a stream",
                streamName,
                connector.streams().keySet());
        for (int i = 0; i < joins.size(); i++) {
            Join join = joins.get(i);
            String joinAt = at + "/joins/" + i;
            known(
                    joinAt + "/stream",
                    what + " joins a stream",
                    join.stream(),
                    connector.streams().keySet());
            StreamSpec joined = connector.streams().get(join.stream());
            if (joined != null
                    && (joined.key().isEmpty()
                            || !new HashSet<>(joined.key()).equals(join.on().keySet()))) {
                problem(
                        joinAt + "/on",
                        what + " joins stream " + join.stream() + " on "
                                + join.on().keySet()
                                + ": name exactly its key columns " + joined.key()
                                + ", so that at most one record is joined");
            }
        }
    }

    private void known(String at, String what, String name, Collection<String> known) {
        if (!known.contains(name)) {
            List<String> near = Nearest.of(name, known);
            problem(
                    at,
                    what + " that is not there: " + name
                            + (near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?"));
        }
    }

    private void problem(String at, String what) {
        problems.add(new ConnectorProblem(at, what));
    }
}
