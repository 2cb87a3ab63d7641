package com.opsatc.jobs.schedule.declare;

import com.cronutils.model.field.CronFieldName;
import com.cronutils.model.field.expression.Always;
import com.cronutils.model.field.expression.And;
import com.cronutils.model.field.expression.Between;
import com.cronutils.model.field.expression.Every;
import com.cronutils.model.field.expression.FieldExpression;
import com.cronutils.model.field.expression.On;
import com.cronutils.model.field.value.FieldValue;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The values that one field of a cron expression admits.
 *
 * @param values days of the week from 0, Sunday, to 6
 * @param isAny whether that is every value there is
 */
public record CronField(SortedSet<Integer> values, boolean isAny) {
    private static final int SUNDAY_AGAIN = 7;

    public CronField {
        values = Collections.unmodifiableSortedSet(new TreeSet<>(values));
    }

    static CronField of(FieldExpression expression, CronFieldName name) {
        int first = name == CronFieldName.DAY_OF_MONTH || name == CronFieldName.MONTH ? 1 : 0;
        int last = switch (name) {
            case MINUTE -> 59;
            case HOUR -> 23;
            case DAY_OF_MONTH -> 31;
            case MONTH -> 12;
            case DAY_OF_WEEK -> 6;
            default -> throw new IllegalArgumentException("A cron expression of five fields has no " + name);
        };
        SortedSet<Integer> values = new TreeSet<>();
        add(expression, first, last, values);
        if (name == CronFieldName.DAY_OF_WEEK && values.remove(SUNDAY_AGAIN)) {
            values.add(0);
        }

        return new CronField(values, values.size() == last - first + 1);
    }

    /** As all kinds of cron read it: an asterisk, or the values one by one. */
    public String text() {
        return isAny ? "*" : values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static void add(FieldExpression expression, int first, int last, SortedSet<Integer> values) {
        if (expression instanceof Always) {
            steps(first, last, 1, values);
        } else if (expression instanceof On on) {
            values.add(number(on.getTime()));
        } else if (expression instanceof Between between) {
            steps(number(between.getFrom()), number(between.getTo()), 1, values);
        } else if (expression instanceof And and) {
            and.getExpressions().forEach(each -> add(each, first, last, values));
        } else if (expression instanceof Every every) {
            addSteps(every, first, last, values);
        } else {
            throw new IllegalArgumentException("Not a field of a cron expression: " + expression.asString());
        }
    }

    private static void addSteps(Every every, int first, int last, SortedSet<Integer> values) {
        int step = number(every.getPeriod());
        FieldExpression within = every.getExpression();
        if (within instanceof Between between) {
            steps(number(between.getFrom()), number(between.getTo()), step, values);
        } else if (within instanceof On on) {
            steps(number(on.getTime()), last, step, values);
        } else {
            steps(first, last, step, values);
        }
    }

    private static void steps(int from, int to, int step, SortedSet<Integer> values) {
        for (int value = from; value <= to; value += step) {
            values.add(value);
        }
    }

    private static int number(FieldValue<?> value) {
        return (Integer) value.getValue();
    }
}
