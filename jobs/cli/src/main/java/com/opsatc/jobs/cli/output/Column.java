package com.opsatc.jobs.cli.output;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.figure.Humane;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A column of a {@link Table}.
 *
 * @param name snake_case; it says the unit where the type does not
 * @param title heading for people
 */
public record Column(String name, String title, Kind kind) {
    public Column {
        requireNonNull(name, "name");
        requireNonNull(title, "title");
        requireNonNull(kind, "kind");
    }

    /** What the cells hold; null means that there is no value. */
    public enum Kind {
        /** A {@link String}. */
        TEXT,
        /** A {@link Cell.Coded}: people read the label, programs the code. */
        CODED,
        /** A {@link String} for programs only, such as a unit that people read beside the figure itself. */
        SYMBOL,
        /** A {@link LocalDate}. */
        DATE,
        /** A {@link Long}: how many. */
        COUNT,
        /** A {@link Long}: microseconds. */
        DURATION,
        /** A {@link BigDecimal}: a share between 0 and 1. */
        SHARE,
        /** A {@link Cell.Figure}: value and unit; exact formats write the value alone, and none that is a bound. */
        FIGURE
    }

    public static Column text(String name, String title) {
        return new Column(name, title, Kind.TEXT);
    }

    public static Column coded(String name, String title) {
        return new Column(name, title, Kind.CODED);
    }

    public static Column symbol(String name) {
        return new Column(name, name, Kind.SYMBOL);
    }

    public static Column date(String name, String title) {
        return new Column(name, title, Kind.DATE);
    }

    public static Column count(String name, String title) {
        return new Column(name, title, Kind.COUNT);
    }

    /** {@code name} ends in {@code _us}. */
    public static Column duration(String name, String title) {
        return new Column(name, title, Kind.DURATION);
    }

    public static Column share(String name, String title) {
        return new Column(name, title, Kind.SHARE);
    }

    public static Column figure(String name, String title) {
        return new Column(name, title, Kind.FIGURE);
    }

    /** The value of a column that is a decimal; null when there is no value. */
    BigDecimal decimal(Object cell) {
        return cell == null ? null : kind == Kind.SHARE ? (BigDecimal) cell : ((Cell.Figure) cell).value();
    }

    boolean mayHoldTenantText() {
        return kind == Kind.TEXT || kind == Kind.CODED;
    }

    /** Whether people are shown it. */
    public boolean shown() {
        return kind != Kind.SYMBOL;
    }

    public boolean alignedRight() {
        return kind != Kind.TEXT && kind != Kind.CODED && kind != Kind.DATE;
    }

    /** The cell as people read it; empty when there is no value. */
    String shown(Object cell) {
        if (cell == null) {
            return "";
        }

        return switch (kind) {
            case TEXT, SYMBOL -> Shown.text((String) cell);
            case CODED -> Shown.text(((Cell.Coded) cell).label());
            case DATE -> cell.toString();
            case COUNT -> Humane.count((Long) cell);
            case DURATION -> Humane.duration((Long) cell);
            case SHARE -> Humane.share((BigDecimal) cell);
            case FIGURE -> ((Cell.Figure) cell).shown();
        };
    }

    /** The cell exactly, as text; null when there is no value. */
    String exact(Object cell) {
        if (cell == null) {
            return null;
        }

        return switch (kind) {
            case TEXT, SYMBOL -> (String) cell;
            case CODED -> ((Cell.Coded) cell).code();
            case COUNT, DURATION, DATE -> cell.toString();
            case SHARE -> ((BigDecimal) cell).toPlainString();
            case FIGURE -> ((Cell.Figure) cell).exact();
        };
    }
}
