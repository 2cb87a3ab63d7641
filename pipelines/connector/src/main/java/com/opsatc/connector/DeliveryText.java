package com.opsatc.connector;

import com.opsatc.connector.spec.Population;
import com.opsatc.connector.spec.StreamSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How the deliveries of a stream follow each other, in words. */
final class DeliveryText {
    private DeliveryText() {}

    /** Items of a list in Markdown. */
    static List<String> lines(StreamSpec stream) {
        List<String> lines = new ArrayList<>();
        if (stream.key().isEmpty()) {
            lines.add("- equal rows in several files (`redelivery`): "
                    + choice(
                            stream.redelivery(),
                            "`overlap`, one row delivered again; figures that rest on it say so",
                            "`append`, as many rows"));
        } else {
            lines.add("- of two records with one key the one counts that has the greatest: " + greatest(stream)
                    + "; where all that ties and the records differ they are in conflict, which is counted and said at"
                    + " every figure");
        }

        lines.add("- a file with the name of an earlier one and other content (`same-name`): "
                + choice(
                        stream.sameName(),
                        "`supersede`, it stands for the earlier one",
                        "`add`, it is a further delivery"));
        lines.add("- rows of one instant follow each other as in the file, which begins with (`order`): "
                + switch (stream.order()) {
                    case "detected" ->
                        "its oldest row, or with its newest where nine of ten of its cases run backwards";
                    case "newest-first" -> "its newest row";
                    case "oldest-first" -> "its oldest row";
                    default -> "what the setting `" + stream.order() + "` chooses";
                });
        Population population = stream.population();
        if (population != null) {
            lines.add("- records of several `" + population.column() + "` are told apart by it: "
                    + names(population.of()) + " then begin with it");
        }

        return lines;
    }

    private static String greatest(StreamSpec stream) {
        List<String> order = new ArrayList<>();
        if (stream.cursor() != null) {
            order.add("`" + stream.cursor() + "`");
        }

        order.add("date of its delivery"
                + (stream.delivered().isEmpty() ? "" : " (in the file's name: `" + stream.delivered() + "`)"));
        List<String> latest = stream.latestColumns();
        if (!latest.isEmpty()) {
            order.add("latest " + latest.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" or "))
                    + " in its file");
        }

        return String.join(", then ", order);
    }

    private static String names(List<String> columns) {
        return columns.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    private static String choice(String value, String first, String second) {
        if (first.startsWith("`" + value + "`")) {
            return first;
        }

        return second.startsWith("`" + value + "`") ? second : "chosen by the setting `" + value + "`";
    }
}
