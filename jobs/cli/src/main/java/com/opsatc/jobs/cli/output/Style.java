package com.opsatc.jobs.cli.output;

/** Emphasis on a screen; {@link #PLAIN} leaves text as it is. Meaning never rests on colour alone. */
public enum Style {
    PLAIN {
        @Override
        String wrap(String code, String text) {
            return text;
        }
    },
    ANSI {
        @Override
        String wrap(String code, String text) {
            return "\u001b[" + code + "m" + text + "\u001b[0m";
        }
    };

    abstract String wrap(String code, String text);

    public String bold(String text) {
        return wrap("1", text);
    }

    public String faint(String text) {
        return wrap("2", text);
    }

    public String good(String text) {
        return wrap("32", text);
    }

    public String bad(String text) {
        return wrap("31", text);
    }
}
