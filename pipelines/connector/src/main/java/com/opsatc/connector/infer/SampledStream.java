package com.opsatc.connector.infer;

import com.opsatc.connector.format.TableSample;
import com.opsatc.connector.infer.column.HeaderName;
import com.opsatc.connector.spec.FileFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Files with the same columns: deliveries of one stream.
 *
 * @param name in expressions
 * @param files one or more
 */
record SampledStream(String name, List<SampledFile> files) {
    private static final String EVERY_TABLE = "*.csv, *.csv.gz, *.tsv, *.tsv.gz, *.txt, *.txt.gz";

    SampledStream {
        files = List.copyOf(files);
    }

    /** The streams of files, in their order. */
    static List<SampledStream> of(List<SampledFile> files) {
        Map<TreeSet<String>, List<SampledFile>> alike = new LinkedHashMap<>();
        for (SampledFile file : files) {
            TreeSet<String> columns = new TreeSet<>(file.sample().header());
            columns.add("\0" + file.format() + file.sample().above());
            alike.computeIfAbsent(columns, key -> new ArrayList<>()).add(file);
        }

        List<SampledStream> streams = new ArrayList<>();
        for (List<SampledFile> each : alike.values()) {
            streams.add(new SampledStream(unused(prefix(each), streams), each));
        }

        return streams;
    }

    SampledStream named(String other) {
        return new SampledStream(other, files);
    }

    FileFormat format() {
        return files.get(0).format();
    }

    /** All rows, in the columns of the first file. */
    TableSample sample() {
        TableSample first = files.get(0).sample();
        List<List<String>> rows = new ArrayList<>();
        for (SampledFile file : files) {
            List<Integer> places =
                    first.header().stream().map(file.sample().header()::indexOf).toList();
            for (List<String> row : file.sample().rows()) {
                rows.add(places.stream().map(row::get).toList());
            }
        }

        return new TableSample(first.delimiter(), first.above(), first.header(), rows);
    }

    /** Patterns of the names of its files; any name where no other stream is there to be told from. */
    String patterns(boolean alone) {
        if (alone) {
            return format() == FileFormat.PARQUET ? "*.parquet" : EVERY_TABLE;
        }

        String prefix = prefix(files) + "*";
        if (format() == FileFormat.PARQUET) {
            return prefix + ".parquet";
        }

        String name = files.get(0).name().toLowerCase(java.util.Locale.ROOT).replaceFirst("\\.gz$", "");
        String end = name.contains(".") ? name.substring(name.lastIndexOf('.')) : ".csv";
        return prefix + end + ", " + prefix + end + ".gz";
    }

    /** What the names of its files begin with alike, without the date or number that tells one delivery from another. */
    private static String prefix(List<SampledFile> files) {
        String prefix = files.get(0).stem();
        for (SampledFile file : files) {
            int same = 0;
            while (same < Math.min(prefix.length(), file.stem().length())
                    && prefix.charAt(same) == file.stem().charAt(same)) {
                same++;
            }
            prefix = prefix.substring(0, same);
        }

        return prefix.replaceFirst("[^a-z]*[0-9][0-9t_.-]*$", "").replaceFirst("[ _.-]+$", "");
    }

    private static String unused(String prefix, List<SampledStream> taken) {
        String name = slug(prefix, "rows");
        List<String> names = taken.stream().map(SampledStream::name).toList();
        String unused = name;
        for (int i = 2; names.contains(unused); i++) {
            unused = name + "_" + i;
        }

        return unused;
    }

    /** A name for expressions; {@code otherwise} where nothing of a text can stand in one. */
    static String slug(String text, String otherwise) {
        String slug = HeaderName.of(text).text().replaceAll("[^a-z0-9]+", "_").replaceAll("^[^a-z]+|_+$", "");
        return slug.isEmpty() ? otherwise : slug.substring(0, Math.min(40, slug.length()));
    }
}
