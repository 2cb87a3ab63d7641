package com.opsatc.connector.spec;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.text.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values of a connector's settings, put where its file says <code>${name}</code>; an unset optional one is empty. */
public final class Settings {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z0-9][a-z0-9_.-]{0,63})}");
    private static final Pattern BAR = Pattern.compile("\\|(?=(?:[^']*'[^']*')*[^']*$)");

    private final SortedMap<String, String> values;

    private Settings(SortedMap<String, String> values) {
        this.values = values;
    }

    /** @throws PipelineException (configuration) naming every unknown setting with the nearest known, and every missing one */
    public static Settings of(String connector, SortedMap<String, Setting> declared, Map<String, String> given) {
        List<String> wrong = new ArrayList<>();
        for (String name : new TreeSet<>(given.keySet())) {
            if (!declared.containsKey(name)) {
                List<String> near = Nearest.of(name, declared.keySet());
                wrong.add("unknown setting " + name
                        + (near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?"));
            }
        }

        SortedMap<String, String> values = new TreeMap<>();
        declared.forEach((name, setting) -> {
            String value = given.getOrDefault(name, setting.defaultValue().orElse(""));
            if (setting.required() && value.isEmpty()) {
                wrong.add("setting " + name + " is missing (" + setting.description() + ")");
            }
            boolean another = !value.isEmpty()
                    && !setting.values().isEmpty()
                    && !setting.values().containsKey(value)
                    && !setting.values().containsValue(value);
            if (another) {
                wrong.add("setting " + name + " is none of " + setting.values().keySet());
            }
            values.put(name, setting.values().getOrDefault(value, value));
        });
        if (!wrong.isEmpty()) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot use connector " + connector + ": " + String.join("; ", wrong) + "; its settings are "
                            + declared.keySet() + ", given with --set name=value");
        }

        return new Settings(values);
    }

    /** Whether a setting has a value. */
    public boolean given(String name) {
        return !values.getOrDefault(name, "").isEmpty();
    }

    public String text(String template) {
        return replace(template, value -> value);
    }

    /** Texts that settings left empty are dropped. */
    List<String> texts(List<String> templates) {
        return templates.stream()
                .map(this::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /**
     * As {@link #texts}, where a setting may hold several values with a bar between them: then one text for each. A bar inside
     * single quotes parts nothing.
     */
    List<String> alternatives(List<String> templates) {
        List<String> texts = new ArrayList<>();
        for (String template : templates) {
            List<String> open = List.of(template);
            Matcher places = PLACE.matcher(template);
            while (places.find()) {
                String value = values.get(places.group(1));
                if (value != null) {
                    open = filled(open, places.group(), value);
                }
            }

            open.stream().filter(text -> !text.isEmpty()).forEach(texts::add);
        }

        return texts.stream().distinct().toList();
    }

    private static List<String> filled(List<String> templates, String place, String value) {
        return templates.stream()
                .flatMap(template -> java.util.Arrays.stream(BAR.split(value, -1))
                        .map(String::strip)
                        .map(each -> template.replace(place, each)))
                .toList();
    }

    /** Names, of which a setting may give several, separated by commas; {@code \\,} is a comma within a name. */
    public List<String> names(List<String> templates) {
        List<String> names = new ArrayList<>();
        for (String template : templates) {
            boolean chosen = PLACE.matcher(template).find();
            for (String name : chosen ? text(template).split("(?<!\\\\),") : new String[] {template}) {
                names.add(chosen ? name.replace("\\,", ",").strip() : name);
            }
        }

        return names.stream().filter(name -> !name.isEmpty()).toList();
    }

    /** Names of the settings that stand in a text. */
    public static List<String> places(String template) {
        return PLACE.matcher(template).results().map(place -> place.group(1)).toList();
    }

    /** Inside an expression a setting is a literal, so that no value can change what the expression does. */
    public String expression(String template) {
        return template == null
                ? null
                : replace(template, value -> "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'");
    }

    public Map<String, String> expressions(Map<String, String> templates) {
        Map<String, String> resolved = new LinkedHashMap<>();
        templates.forEach((name, template) -> resolved.put(name, expression(template)));
        return resolved;
    }

    /** Parameters of any shape; what settings left empty is dropped. */
    public Map<String, Object> parameters(Map<String, Object> templates) {
        Map<String, Object> resolved = new TreeMap<>();
        templates.forEach((name, template) -> {
            Object value = parameter(template);
            if (!value.equals("")) {
                resolved.put(name, value);
            }
        });
        return resolved;
    }

    private Object parameter(Object template) {
        if (template instanceof Map<?, ?> map) {
            Map<String, Object> named = new TreeMap<>();
            map.forEach((name, value) -> named.put(name.toString(), value));
            return parameters(named);
        }
        if (template instanceof Collection<?> many) {
            return many.stream()
                    .map(this::parameter)
                    .filter(value -> !value.equals(""))
                    .toList();
        }

        return template instanceof String text ? text(text) : template;
    }

    private String replace(String template, java.util.function.UnaryOperator<String> form) {
        Matcher places = PLACE.matcher(template);
        StringBuilder text = new StringBuilder();
        while (places.find()) {
            String value = values.get(places.group(1));
            String filled = value == null ? places.group() : form.apply(value);
            places.appendReplacement(text, Matcher.quoteReplacement(filled));
        }

        return places.appendTail(text).toString();
    }
}
