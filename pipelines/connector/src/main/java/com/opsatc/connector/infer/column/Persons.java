package com.opsatc.connector.infer.column;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells texts that name persons by their shape, where a header does not say so: addresses, {@code Smith, Anna}, {@code A.
 * Smith}, {@code Dr. Smith}, {@code DOMAIN\asmith}, and a given name with another beside it, as in {@code Anna Smith} or {@code
 * anna.smith}. Activities such as {@code Create Order} have a shape like the last, so that there the given name must be known.
 *
 * <p>Limit: a login such as {@code asmith} or a personnel number looks like any code.
 */
public final class Persons {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
    private static final Pattern SHAPE =
            Pattern.compile("\\p{Lu}[\\p{L}'’-]+, ?\\p{Lu}[\\p{L}'’.-]*( \\p{Lu}[\\p{L}.]*)?"
                    + "|(\\p{Lu}\\. ?){1,2}\\p{Lu}[\\p{L}'’-]+"
                    + "|(Dr|Mr|Mrs|Ms|Prof|Herr|Frau|Hr|Fr|Mme|Sr|Sra)\\.? \\p{Lu}.*"
                    + "|[A-Za-z0-9-]{2,}\\\\[A-Za-z][A-Za-z0-9._-]+");
    private static final Pattern PARTS = Pattern.compile("[\\p{L}'’-]+([ ._]\\p{L}[\\p{L}'’.-]*){1,3}[0-9]{0,3}");
    private static final Set<String> GIVEN_NAMES = givenNames();

    private Persons() {}

    /** Whether any text is an address, or at least half of the different texts name a person otherwise. */
    public static boolean named(Collection<String> texts) {
        long persons = texts.stream().filter(Persons::isOne).count();
        return texts.stream().anyMatch(text -> ADDRESS.matcher(text).matches())
                || persons > 0 && 2 * persons >= texts.size();
    }

    private static boolean isOne(String text) {
        if (SHAPE.matcher(text).matches()) {
            return true;
        }
        if (!PARTS.matcher(text).matches()) {
            return false;
        }

        String[] parts = text.toLowerCase(Locale.ROOT).split("[ ._]", 2);
        return GIVEN_NAMES.contains(parts[0]);
    }

    private static Set<String> givenNames() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Persons.class.getResourceAsStream("given-names.txt"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> java.util.Arrays.stream(line.split(" ")))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
