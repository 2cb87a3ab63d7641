package com.opsatc.telemetry.release;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.telemetry.ledger.InputName;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The one noised vector of each charged block of a day, as it is kept in the restricted zone until it is published and after.
 *
 * <p>It has one of two names of the exact day that it was drawn for, the one that the ledger has; the other is null. Its bytes
 * must stay what they were when it was stored: the ledger has their digest.
 *
 * @param inputMac the keyed name
 * @param inputSha256 the name without a key, of a day that an earlier version charged
 * @param vectors block to cells, each cell as 16 hexadecimal digits: the size of the file says nothing about a value
 */
record NoisedDay(
        LocalDate day,
        String inputMac,
        Sha256 inputSha256,
        Sha256 manifestSha256,
        SortedMap<String, List<String>> vectors) {
    NoisedDay {
        requireNonNull(day, "day");
        requireNonNull(manifestSha256, "manifestSha256");
        if ((inputMac == null) == (inputSha256 == null)) {
            throw new IllegalArgumentException("Invalid noised day: its exact day has one name");
        }

        SortedMap<String, List<String>> copied = new TreeMap<>();
        vectors.forEach((block, cells) -> copied.put(block, List.copyOf(cells)));
        vectors = Collections.unmodifiableSortedMap(copied);
    }

    static NoisedDay of(LocalDate day, InputName input, Sha256 manifestSha256, Map<String, List<Long>> vectors) {
        SortedMap<String, List<String>> fixed = new TreeMap<>();
        vectors.forEach((block, cells) ->
                fixed.put(block, cells.stream().map(NoisedDay::fixed).toList()));
        return input.keyed()
                ? new NoisedDay(day, input.hex(), null, manifestSha256, fixed)
                : new NoisedDay(day, null, new Sha256(input.hex()), manifestSha256, fixed);
    }

    /** Names the exact day that it was drawn for. */
    InputName input() {
        return inputMac == null ? InputName.plain(inputSha256) : new InputName(inputMac, true);
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
                Sha256.of(CanonicalJson.write(new NoisedDay(
                        day, inputMac, inputSha256, manifestSha256, new TreeMap<>(Map.of(block, cells)))))));
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
