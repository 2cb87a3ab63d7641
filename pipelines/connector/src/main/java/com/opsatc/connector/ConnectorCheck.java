package com.opsatc.connector;

import com.opsatc.contract.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** What a schema cannot say of a connector: that the names in it refer to something. */
final class ConnectorCheck {
    private final Connector connector;
    private final List<String> problems = new ArrayList<>();

    private ConnectorCheck(Connector connector) {
        this.connector = connector;
    }

    /** All that is wrong, in the order of the file; empty when nothing is. */
    static List<String> of(Connector connector) {
        ConnectorCheck check = new ConnectorCheck(connector);
        if (connector.window().isEmpty()) {
            check.problems.add("setting " + TimeWindow.SETTING
                    + " is no range of years or days, such as 1970..2099 or 2100-01-01..2300-12-31");
        }

        if (connector.processTitle() != null && !TitleSetting.isTitle(connector.processTitle())) {
            check.problems.add(
                    "setting " + TitleSetting.NAME
                            + " must be 1 to 60 letters, digits, blanks and signs of , . & ' ( ) / -, and begin with a letter or digit");
        }

        connector.streams().values().forEach(check::stream);
        connector.objects().forEach(object -> {
            check.mapped("object " + object.type(), object.stream(), object.joins());
        });
        for (int i = 0; i < connector.events().size(); i++) {
            EventMapping event = connector.events().get(i);
            check.mapped("event " + (i + 1), event.stream(), event.joins());
            if (event.cite() != null) {
                List<String> joined = event.joins().stream().map(Join::stream).toList();
                check.known("event " + (i + 1) + " cites a joined stream", event.cite(), joined);
            }
        }

        connector.kpis().forEach((name, params) -> {
            if (params.get("needs") != null) {
                check.known(
                        "kpis." + name + " needs a setting",
                        params.get("needs").toString(),
                        connector.settings().keySet());
            }
        });
        DeclaredTolerance.ENTRIES.stream().sorted().forEach(check::tolerance);
        check.milestones();
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
            problems.add("kpis." + entry + ": " + e.getMessage());
        }
    }

    private void milestones() {
        for (String chain : connector.milestoneOrder()) {
            if (!chain.contains("${")
                    && MilestoneOrder.activities(chain).stream().distinct().count() < 2) {
                problems.add("milestone-order names no two activities as A > B: " + chain);
            }
        }
    }

    private void stream(StreamSpec stream) {
        ColumnCheck.of(stream, problems);
        for (String key : stream.key()) {
            known(
                    "stream " + stream.name() + " has a key",
                    key,
                    stream.columns().keySet());
        }

        if (stream.cursor() != null) {
            known(
                    "stream " + stream.name() + " has a cursor",
                    stream.cursor(),
                    stream.columns().keySet());
        }

        problems.addAll(DeliveryCheck.of(stream));
    }

    private void mapped(String what, String streamName, List<Join> joins) {
        known(what + " has a stream", streamName, connector.streams().keySet());
        for (Join join : joins) {
            known(what + " joins a stream", join.stream(), connector.streams().keySet());
            StreamSpec joined = connector.streams().get(join.stream());
            if (joined != null
                    && (joined.key().isEmpty()
                            || !new HashSet<>(joined.key()).equals(join.on().keySet()))) {
                problems.add(what + " joins stream " + join.stream() + " on "
                        + join.on().keySet()
                        + ": name exactly its key columns " + joined.key()
                        + ", so that at most one record is joined");
            }
        }
    }

    private void known(String what, String name, Collection<String> known) {
        if (!known.contains(name)) {
            List<String> near = Nearest.of(name, known);
            problems.add(what + " that is not there: " + name
                    + (near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?"));
        }
    }
}
