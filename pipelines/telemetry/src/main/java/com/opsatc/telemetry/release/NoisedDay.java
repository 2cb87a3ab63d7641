package com.opsatc.telemetry.release;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.CanonicalJson;
import com.opsatc.contract.Sha256;
import com.opsatc.tenancy.InputMac;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The one noised vector of each charged block of a day, as it is kept in the restricted zone until it is published and after.
 *
 * @param inputMac names the exact day that it was drawn for
 * @param vectors block to cells, each cell as 16 hexadecimal digits: the size of the file says nothing about a value
 */
record NoisedDay(LocalDate day, InputMac inputMac, Sha256 manifestSha256, SortedMap<String, List<String>> vectors) {
    NoisedDay {
        requireNonNull(day, "day");
        requireNonNull(inputMac, "inputMac");
        requireNonNull(manifestSha256, "manifestSha256");
        SortedMap<String, List<String>> copied = new TreeMap<>();
        vectors.forEach((block, cells) -> copied.put(block, List.copyOf(cells)));
        vectors = Collections.unmodifiableSortedMap(copied);
    }

    static NoisedDay of(LocalDate day, InputMac inputMac, Sha256 manifestSha256, Map<String, List<Long>> vectors) {
        SortedMap<String, List<String>> fixed = new TreeMap<>();
        vectors.forEach((block, cells) ->
                fixed.put(block, cells.stream().map(NoisedDay::fixed).toList()));
        return new NoisedDay(day, inputMac, manifestSha256, fixed);
    }

    /** The cells of a block; the block must be among the charged ones. */
    List<Long> cells(String block) {
        return vectors.get(block).stream()
                .map(digits -> Long.parseUnsignedLong(digits, 16))
                .toList();
    }

    /** Block to the digest by which the ledger knows its vector. */
    SortedMap<String, Sha256> digests() {
        SortedMap<String, Sha256> digests = new TreeMap<>();
        vectors.forEach((block, cells) -> digests.put(
                block,
                Sha256.of(CanonicalJson.write(
                        new NoisedDay(day, inputMac, manifestSha256, new TreeMap<>(Map.of(block, cells)))))));
        return digests;
    }

    private static String fixed(long value) {
        String digits = Long.toHexString(value);
        return "0".repeat(16 - digits.length()) + digits;
    }

    @Override
    public String toString() {
        return "NoisedDay[" + day + "]";
    }
}
