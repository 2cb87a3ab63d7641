package com.opsatc.connector.spec;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.Serializable;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Extract files of one kind and the columns that are read from them.
 *
 * @param files name patterns separated by commas ({@code *} and {@code ?}, upper and lower case alike)
 * @param headerHas header names that tell this stream's files from another's with the same pattern
 * @param key columns that identify a record over all files; empty: the content of the declared columns and how often it
 *     occurred in the file so far
 * @param cursor the column that says which of two records with one key is newer; null for none
 * @param delivered patterns of file names that tell the date of a delivery, separated by commas; see {@link DeliveryDate}
 * @param latest columns whose latest value dates a file that nothing else dates; null for every instant and date
 * @param sameName what a file does to an earlier one of its name: {@link #SUPERSEDE} or {@link #ADD}
 * @param redelivery what equal rows without a key in several files are: {@link #OVERLAP} or {@link #APPEND}
 * @param order which way the rows of a file run in time, a word of {@link RowOrder}
 * @param objectTypes which types of an object-centric log are read
 * @param population which records are told apart by where they come from; null when all are of one population
 */
public record StreamSpec(
        String name,
        String description,
        String files,
        List<String> headerHas,
        @JsonProperty("format") List<FileFormat> formats,
        Dialect dialect,
        List<String> key,
        String cursor,
        String delivered,
        List<String> latest,
        String sameName,
        String redelivery,
        String order,
        Population population,
        ObjectTypes objectTypes,
        Map<String, ColumnSpec> columns)
        implements Serializable {
    /** The content that lies under a name now is the file's; what was read under that name before stands aside. */
    public static final String SUPERSEDE = "supersede";
    /** Every content that ever lay under a name is a delivery of its own. */
    public static final String ADD = "add";
    /** Equal rows of several files are one row, delivered again. */
    public static final String OVERLAP = "overlap";
    /** Files follow each other: equal rows of several files are as many rows. */
    public static final String APPEND = "append";

    private static final long serialVersionUID = 1L;

    public StreamSpec {
        requireNonNull(name, "name");
        requireNonNull(description, "description");
        requireNonNull(files, "files");
        headerHas = headerHas == null ? List.of() : List.copyOf(headerHas);
        formats = List.copyOf(formats);
        dialect = dialect == null ? Dialect.usual() : dialect;
        key = key == null ? List.of() : List.copyOf(key);
        delivered = delivered == null ? "" : delivered;
        latest = latest == null ? null : List.copyOf(latest);
        sameName = sameName == null || sameName.isEmpty() ? key.isEmpty() ? SUPERSEDE : ADD : sameName;
        redelivery = redelivery == null || redelivery.isEmpty() ? OVERLAP : redelivery;
        order = order == null || order.isEmpty() ? RowOrder.DETECTED.word() : order;
        objectTypes = objectTypes == null ? ObjectTypes.ALL : objectTypes;
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** Whether a file stands aside for a later one of its name. */
    public boolean supersedes() {
        return sameName.equals(SUPERSEDE);
    }

    /** Whether equal rows of several files are as many rows; only of a stream without a key. */
    public boolean appends() {
        return key.isEmpty() && redelivery.equals(APPEND);
    }

    /** Which way the rows of a file run in time. */
    public RowOrder rowOrder() {
        return RowOrder.of(order);
    }

    /** When a file was delivered, as its name tells; empty when it does not. */
    public Optional<LocalDateTime> deliveredAt(String fileName) {
        return DeliveryDate.in(delivered, fileName);
    }

    /** The columns whose latest value dates a file that nothing else dates. */
    public List<String> latestColumns() {
        return latest != null
                ? latest
                : columns.values().stream()
                        .filter(column -> column.type() == ColumnType.INSTANT || column.type() == ColumnType.DATE)
                        .map(ColumnSpec::name)
                        .toList();
    }

    /** Whether one of the name patterns fits a file; folders in its name do not count. */
    public boolean fitsName(String fileName) {
        String name = fileName.substring(fileName.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        for (String pattern : files.split(",")) {
            if (Pattern.matches(regex(pattern.strip().toLowerCase(Locale.ROOT)), name)) {
                return true;
            }
        }

        return false;
    }

    /** A name pattern as a regular expression: {@code *} and {@code ?} stand for letters, all else for itself. */
    static String regex(String pattern) {
        StringBuilder regex = new StringBuilder();
        for (char letter : pattern.toCharArray()) {
            switch (letter) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(String.valueOf(letter)));
            }
        }

        return regex.toString();
    }

    /** Header names that are read, in the order of the columns. */
    public List<String> headers() {
        Set<String> headers = new LinkedHashSet<>();
        for (ColumnSpec column : columns.values()) {
            headers.addAll(column.from());
            if (column.onlyWhen() != null) {
                headers.add(column.onlyWhen().column());
            }
        }

        return List.copyOf(headers);
    }

    /** Header names without which a file is not this stream's. */
    public List<String> requiredHeaders() {
        Set<String> headers = new LinkedHashSet<>(headerHas);
        for (ColumnSpec column : columns.values()) {
            if (column.required() || key.contains(column.name())) {
                headers.addAll(column.from());
            }
        }

        return List.copyOf(headers);
    }

    public StreamSpec with(Settings settings) {
        Map<String, ColumnSpec> resolved = new LinkedHashMap<>();
        columns.forEach((name, column) -> resolved.put(name, column.with(settings)));
        return new StreamSpec(
                name,
                description,
                settings.text(files),
                settings.texts(headerHas),
                formats,
                new Dialect(
                        settings.texts(dialect.delimiter()),
                        settings.text(dialect.quote()),
                        settings.text(dialect.escape()),
                        settings.text(dialect.encoding()),
                        dialect.above()),
                key,
                cursor,
                settings.text(delivered),
                latest,
                settings.text(sameName),
                settings.text(redelivery),
                settings.text(order),
                population,
                objectTypes.with(settings),
                resolved);
    }

    /** Names of the columns that expressions may use: all but slots, which have a place of their own. */
    public Set<String> usable() {
        return columns.values().stream()
                .filter(column -> column.type() != ColumnType.SLOT)
                .map(ColumnSpec::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Name of the first required instant, which tells when a row happened; empty without one. */
    public Optional<String> dated() {
        return columns.values().stream()
                .filter(column -> column.type() == ColumnType.INSTANT && column.required())
                .map(ColumnSpec::name)
                .findFirst();
    }
}
