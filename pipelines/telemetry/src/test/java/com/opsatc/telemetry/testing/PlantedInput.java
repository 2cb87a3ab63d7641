package com.opsatc.telemetry.testing;

import com.opsatc.telemetry.input.ProbeSource;
import com.opsatc.tenancy.key.LengthPrefixed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Input files of every form with every canary in every place, and the scan for all that they may have become. */
public final class PlantedInput {
    private static final DateTimeFormatter ACCESS_LOG_DAY = DateTimeFormatter.ofPattern("dd/MMM/uuuu", Locale.ENGLISH);
    private static final int KEYS = 8;

    private PlantedInput() {}

    /** Writes the files, whose records that count are of one day. */
    public static void write(Path input, LocalDate day) throws IOException {
        List<String> lines = Canaries.otlpLines(day + "T12:00:00Z");
        Path plain = InputFiles.write(input.resolve("otlp.jsonl"), lines.toArray(String[]::new));
        byte[] zipped =
                InputFiles.gzip((String.join("\n", lines.subList(0, 100)) + "\n").getBytes(StandardCharsets.UTF_8));
        InputFiles.write(input.resolve("otlp.jsonl.gz"), zipped);
        InputFiles.write(input.resolve("cut.gz"), Arrays.copyOf(zipped, zipped.length / 2));
        String probe = Files.readString(plain)
                .replace("\"stringValue\":\"" + Canaries.value("tenant") + "\"", "\"stringValue\":\"opsatc-probe\"");
        InputFiles.write(input.resolve("probe.jsonl"), probe.lines().toArray(String[]::new));
        InputFiles.write(input.resolve("access.log"), accessLog(day));
        InputFiles.write(input.resolve("spans.csv"), spans(day));
    }

    /** The files of tenants. */
    public static List<Path> tenants(Path input) {
        return List.of(input.resolve("otlp.jsonl"), input.resolve("otlp.jsonl.gz"), input.resolve("cut.gz"));
    }

    /** The files of the probe. */
    public static SortedMap<ProbeSource, List<Path>> probe(Path input) {
        SortedMap<ProbeSource, List<Path>> probe = new TreeMap<>();
        probe.put(ProbeSource.OTLP, List.of(input.resolve("probe.jsonl")));
        probe.put(ProbeSource.ACCESS_LOG, List.of(input.resolve("access.log")));
        probe.put(ProbeSource.NEZHA_SPANS, List.of(input.resolve("spans.csv")));
        return probe;
    }

    /** Looks for the canaries, and for their pseudonyms: the keys of {@link CountingKeys} are known. */
    public static LeakScan scan() {
        CountingKeys keys = new CountingKeys();
        List<byte[]> drawn = IntStream.range(0, KEYS).mapToObj(i -> keys.get()).toList();
        LeakScan scan = new LeakScan(Canaries.values(), drawn);
        for (byte[] key : drawn) {
            for (String value : Canaries.values()) {
                scan.also("pseudonym of tenant " + value, pseudonym(key, "tenant", value));
                scan.also("pseudonym of user " + value, pseudonym(key, "user", Canaries.value("tenant"), value));
            }
        }
        return scan;
    }

    private static String[] accessLog(LocalDate day) {
        return Canaries.values().stream()
                .map(value -> value.replace(' ', '_') + " - " + value + " [" + ACCESS_LOG_DAY.format(day)
                        + ":10:05:03 +0000] \"GET " + value.replace("\"", "") + "\" 200 5 \"" + value + "\" \"" + value
                        + "\"\n" + value)
                .toArray(String[]::new);
    }

    private static String[] spans(LocalDate day) {
        long second = day.toEpochSecond(LocalTime.of(10, 0), ZoneOffset.UTC);
        return Stream.concat(
                        Stream.of("TraceID,SpanID,PodName,OperationName,StartTimeUnixNano,EndTimeUnixNano"),
                        Canaries.values().stream()
                                .map(value -> "\"" + value + "\",\"s\",\"" + value + "\",\"" + value + "\"," + second
                                        + "000000000," + second + "000001000\n" + value))
                .toArray(String[]::new);
    }

    private static byte[] pseudonym(byte[] key, String... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return ByteBuffer.allocate(16)
                    .put(mac.doFinal(LengthPrefixed.of(parts)), 0, 16)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
