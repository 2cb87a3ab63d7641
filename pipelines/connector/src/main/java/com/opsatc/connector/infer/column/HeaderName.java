package com.opsatc.connector.infer.column;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A header as words in lower case without marks on letters: {@code CaseID}, {@code case_id} and {@code Case-Id} are {@code
 * case id}.
 */
public record HeaderName(List<String> words) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{Nd}@]+");
    private static final Set<String> SMALL =
            Set.of("de", "du", "del", "do", "da", "der", "des", "di", "the", "of", "la");
    private static final Pattern PERSON = Pattern.compile(
            "resource|user|employee|agent|owner|assign|person|mail|creator|customer|client|operator|worker|"
                    + "staff|manager|@@|representative|seller|buyer|contact|requester|requestor|approver|clerk|"
                    + "physician|doctor|nurse|driver|technician|analyst|handler|responsible|performer|consultant|"
                    + "supervisor|author|caller|editor|planner|salesman|surname|first name|last name|full name|phone|"
                    + "vertreter|bearbeiter|mitarbeiter|benutzer|kunde|vorname|nachname|utilisateur|employe|prenom|"
                    + "vendeur|usuario|empleado|cliente|vendedor|medewerker|klant|gebruiker|utente|funcionario|"
                    + "dipendente|\\breps?\\b|\\bby\\b|\\bwho\\b|^org ");

    public HeaderName {
        words = List.copyOf(words);
    }

    public static HeaderName of(String header) {
        String parted = CAMEL.matcher(header.strip()).replaceAll(" ");
        String plain = MARKS.matcher(Normalizer.normalize(parted, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss");
        return new HeaderName(
                List.of(OTHER.matcher(plain).replaceAll(" ").strip().split(" ")));
    }

    /** Its words with blanks between. */
    public String text() {
        return String.join(" ", words);
    }

    /** Its words without blanks and without those that only join others, such as {@code de}. */
    public String compact() {
        return words.stream().filter(word -> !SMALL.contains(word)).collect(Collectors.joining());
    }

    public boolean mayNameAPerson() {
        return PERSON.matcher(text()).find();
    }

    public String last() {
        return words.get(words.size() - 1);
    }

    public boolean hasAny(Set<String> wanted) {
        return words.stream().anyMatch(wanted::contains);
    }
}
