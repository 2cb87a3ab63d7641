package com.opsatc.connector.time;

import com.opsatc.connector.text.Blanks;
import java.util.ArrayList;
import java.util.List;

/** The letters of a java.time pattern, apart from its literal text. */
public final class PatternLetters {
    /** Fields that print as digits only, where one of them follows another without a sign between. */
    private static final String NUMERIC = "uyMLdHhKkmsSDnNAQqYwWFeg";

    /** @param letter of a field, or 0 for literal text */
    private record Part(char letter, String text) {
        boolean digits() {
            return letter != 0 && NUMERIC.indexOf(letter) >= 0 && (text.length() <= 2 || "MLQq".indexOf(letter) < 0);
        }
    }

    private final List<Part> parts = new ArrayList<>();

    public PatternLetters(String pattern) {
        int at = 0;
        while (at < pattern.length()) {
            char letter = pattern.charAt(at);
            int end = at + 1;
            if (letter == '\'') {
                int close = pattern.indexOf('\'', end);
                end = close < 0 ? pattern.length() : close + 1;
            } else if (isBlank(letter)) {
                while (end < pattern.length() && isBlank(pattern.charAt(end))) {
                    end++;
                }
            } else if (isLetter(letter)) {
                while (end < pattern.length() && pattern.charAt(end) == letter) {
                    end++;
                }
            }

            String text = pattern.substring(at, end);
            parts.add(new Part(isLetter(letter) ? letter : 0, isBlank(letter) ? " " : text));
            at = end;
        }
    }

    /** Whether one of the letters is a field of the pattern. */
    public boolean has(String letters) {
        return parts.stream().anyMatch(part -> part.letter() != 0 && letters.indexOf(part.letter()) >= 0);
    }

    /** Whether the first of a letter stands before every other one; false when either is missing. */
    public boolean before(char letter, char other) {
        int first = first(letter);
        int second = first(other);
        return first >= 0 && second >= 0 && first < second;
    }

    /** Whether a zone is to be written out, as {@code Central European Time}. */
    public boolean longZoneName() {
        return parts.stream()
                .anyMatch(
                        part -> "zv".indexOf(part.letter()) >= 0 && part.text().length() > 3);
    }

    /**
     * The pattern as it is parsed: {@code y} as {@code u}, since a year of era needs an era to be strict about and nobody writes
     * one; days, months and hours of one or two digits unless another number follows or goes before at once; a blank or none
     * before AM and PM; abbreviations of zones as the offsets that {@link ZoneWords} puts in their place.
     */
    String lenient() {
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            switch (part.letter()) {
                case 'y' -> pattern.append("u".repeat(part.text().length()));
                case 'd', 'M', 'L', 'H', 'h', 'K', 'k' ->
                    pattern.append(
                            part.text().length() == 2 && alone(i) ? part.text().substring(1) : part.text());
                case 'a' -> pattern.append("[ ]").append(part.text());
                case 'z' -> pattern.append(part.text().length() < 4 ? "xxx" : part.text());
                default -> {
                    boolean blankBeforeAmPm = part.text().equals(" ")
                            && i + 1 < parts.size()
                            && parts.get(i + 1).letter() == 'a';
                    pattern.append(blankBeforeAmPm ? "" : part.text());
                }
            }
        }

        return pattern.toString();
    }

    private boolean alone(int i) {
        return !digits(i, -1) && !digits(i, 1);
    }

    /** Whether the next part in a direction, brackets of optional parts aside, is a number. */
    private boolean digits(int from, int step) {
        int i = from + step;
        while (i >= 0 && i < parts.size() && "[]".contains(parts.get(i).text())) {
            i += step;
        }

        return i >= 0 && i < parts.size() && parts.get(i).digits();
    }

    private int first(char letter) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).letter() == letter) {
                return i;
            }
        }

        return -1;
    }

    private static boolean isBlank(char letter) {
        return Blanks.isBlank(letter);
    }

    private static boolean isLetter(char letter) {
        return letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z';
    }
}
