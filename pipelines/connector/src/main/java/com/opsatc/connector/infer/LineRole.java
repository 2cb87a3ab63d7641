package com.opsatc.connector.infer;

import com.opsatc.connector.infer.column.ColumnProfile;
import com.opsatc.connector.infer.column.ColumnRole;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a column may be in a table of order lines, and how surely its header says so. */
enum LineRole {
    ORDER("order") {
        @Override
        int score(ColumnProfile column) {
            boolean named = column.time().isEmpty()
                    && !column.mayNameAPerson()
                    && has(column, ORDERS)
                    && !has(column, LINES)
                    && !has(column, QUANTITY);
            return named && ColumnRole.CASE.saidBy(column.name()) ? ColumnRole.CASE.score(column.name()) : 0;
        }
    },
    LINE("line") {
        @Override
        int score(ColumnProfile column) {
            boolean named = column.time().isEmpty()
                    && !column.mayNameAPerson()
                    && has(column, LINES)
                    && !has(column, QUANTITY)
                    && !has(column, DESCRIBES);
            return !named ? 0 : has(column, NUMBERED) ? 100 : 60;
        }
    },
    ORDERED("ordered quantity") {
        @Override
        int score(ColumnProfile column) {
            boolean quantity = column.numeric() && has(column, QUANTITY) && !has(column, DONE) && !has(column, PART);
            return !quantity ? 0 : has(column, ORDERS) ? 100 : 60;
        }
    },
    DELIVERED("delivered quantity") {
        @Override
        int score(ColumnProfile column) {
            return column.numeric() && has(column, QUANTITY) && has(column, DONE) && !has(column, PART) ? 100 : 0;
        }
    },
    AGREED("agreed date") {
        @Override
        int score(ColumnProfile column) {
            return column.time().isPresent() && has(column, AGREEMENT) ? 100 : 0;
        }
    },
    ACTUAL("actual date") {
        @Override
        int score(ColumnProfile column) {
            boolean moment = column.time().isPresent() && !has(column, AGREEMENT);
            return !moment ? 0 : has(column, REALLY) ? 100 : has(column, DONE) ? 80 : 0;
        }
    },
    PLACED("order date") {
        @Override
        int score(ColumnProfile column) {
            boolean moment =
                    column.time().isPresent() && !has(column, AGREEMENT) && !has(column, DONE) && !has(column, REALLY);
            return !moment ? 0 : has(column, PLACING) ? 100 : has(column, ORDERS) ? 80 : 0;
        }
    };

    private static final Pattern ORDERS = stems("order|bestell|auftrag|commande|pedido|orden|ordine|zamowien|purchase");
    private static final Pattern LINES =
            stems("line|item|position|pos|posten|product|sku|material|article|artikel|produ|articolo");
    private static final Pattern NUMBERED = stems("line|position|pos|posten");
    private static final Pattern DESCRIBES =
            stems("categor|name|descr|type|group|price|status|text|family|brand|color|colour|weight");
    private static final Pattern QUANTITY =
            stems("qty|quant|.*menge|units|pieces|pcs|cantidad|aantal|ilosc|stueck|stuck");
    private static final Pattern PART = stems("open|cancel|back|reject|remain|free|return|min|max");
    private static final Pattern DONE =
            stems("deliver|ship|receiv|fulfil|issued|issue|geliefert|liefer|livr|entreg|consegn|gelever|arriv");
    private static final Pattern REALLY = stems("actual|effective|real|ist|tatsaech");
    private static final Pattern AGREEMENT = stems(
            "agree|promis|due|deadline|request|schedul|plan|commit|expect|target|estimat|wanted|wunsch|soll|zugesagt");
    private static final Pattern PLACING = stems("placed|placement|created|creation|entry|entered");

    private final String word;

    LineRole(String word) {
        this.word = word;
    }

    /** 0 where the column is none of the kind. */
    abstract int score(ColumnProfile column);

    String word() {
        return word;
    }

    /** The best column of a role, the first of equal ones. */
    Optional<ColumnProfile> best(List<ColumnProfile> columns, Predicate<ColumnProfile> free) {
        return columns.stream()
                .filter(each -> free.test(each) && score(each) > 0)
                .reduce((first, second) ->
                        Comparator.comparingInt(this::score).compare(first, second) >= 0 ? first : second);
    }

    private static boolean has(ColumnProfile column, Pattern stems) {
        return column.name().words().stream()
                .anyMatch(word -> stems.matcher(word).matches());
    }

    private static Pattern stems(String alternatives) {
        return Pattern.compile("(" + alternatives + ").*");
    }
}
