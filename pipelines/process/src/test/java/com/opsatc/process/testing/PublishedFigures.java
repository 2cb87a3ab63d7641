package com.opsatc.process.testing;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the data's own page says of an event log: figures made with other tools, read from the page itself so that they
 * are not copied wrongly.
 *
 * @param largestEdges {@code from -> to: n mean-hours}, largest first; {@code starts} and {@code ends}: {@code name n}
 */
public record PublishedFigures(
        String tenantName,
        long cases,
        long events,
        long activities,
        long variants,
        long lifecycleVariants,
        int edges,
        BigDecimal meanHours,
        BigDecimal medianHours,
        BigDecimal p90Hours,
        List<String> largestEdges,
        List<String> starts,
        List<String> ends) {
    private static final Pattern EDGE = Pattern.compile("- (.*) -> (.*): (\\d+) \\(mean gap ([0-9.]+) h\\)");
    private static final Pattern PAIR = Pattern.compile("\\[\"([^\"]*)\", (\\d+)\\]");

    public static PublishedFigures read(Path page, Path log) throws IOException {
        String name = log.getFileName().toString().replaceFirst("\\.xes\\.gz$", "");
        List<String> lines = Files.readAllLines(page);
        String[] row = lines.stream()
                // A table further up the page describes the folders; this one starts with a count of cases.
                .filter(line -> line.matches("\\| " + Pattern.quote(name) + " \\| \\d+ \\|.*"))
                .findFirst()
                .orElseThrow()
                .split("\\|");
        int start = lines.indexOf("### " + name);
        List<String> edges = new ArrayList<>();
        List<String> starts = List.of();
        List<String> ends = List.of();
        for (String line : lines.subList(start + 1, lines.size())) {
            if (line.startsWith("#")) {
                break;
            }

            Matcher edge = EDGE.matcher(line);
            if (edge.matches()) {
                edges.add(edge.group(1) + " -> " + edge.group(2) + ": " + edge.group(3) + " "
                        + new BigDecimal(edge.group(4)).stripTrailingZeros().toPlainString());
            } else if (line.startsWith("start: ")) {
                starts = pairs(line);
            } else if (line.startsWith("end: ")) {
                ends = pairs(line);
            }
        }

        return new PublishedFigures(
                name.toLowerCase(Locale.ROOT).replace('_', '-'),
                number(row[2]),
                number(row[3]),
                number(row[4]),
                number(row[6]),
                number(row[7]),
                (int) number(row[8]),
                new BigDecimal(row[9].strip()),
                new BigDecimal(row[10].strip()),
                new BigDecimal(row[11].strip()),
                edges,
                starts,
                ends);
    }

    private static long number(String cell) {
        return Long.parseLong(cell.strip());
    }

    private static List<String> pairs(String line) {
        List<String> pairs = new ArrayList<>();
        Matcher pair = PAIR.matcher(line);
        while (pair.find()) {
            pairs.add(pair.group(1) + " " + pair.group(2));
        }

        return pairs;
    }
}
