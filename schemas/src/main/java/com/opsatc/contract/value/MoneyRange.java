package com.opsatc.contract.value;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

/** Money in minor units of its currency: one chance in ten is below {@code p10}, half is below {@code p50}, one in ten above {@code p90}. */
public record MoneyRange(String currency, long p10, long p50, long p90) {
    public MoneyRange {
        requireNonNull(currency, "currency");
        if (p10 < 0 || p50 < p10 || p90 < p50) {
            throw new IllegalArgumentException(
                    "Invalid money: none is negative, and each is no less than the one before");
        }
    }

    /** {@code 1,234.50 EUR} of 123450. */
    public String text(long minor) {
        return number(minor) + " " + currency;
    }

    /** {@code 120.00 to 1,234.50 EUR}, from P10 to P90. */
    public String text() {
        return number(p10) + " to " + number(p90) + " " + currency;
    }

    /** What a minor unit is: {@code hundredths of EUR}. */
    public String minorUnits() {
        return switch (decimals()) {
            case 0 -> "whole " + currency;
            case 2 -> "hundredths of " + currency;
            case 3 -> "thousandths of " + currency;
            default -> "ten-thousandths of " + currency;
        };
    }

    private String number(long minor) {
        return String.format(Locale.ROOT, "%,." + decimals() + "f", BigDecimal.valueOf(minor, decimals()));
    }

    private int decimals() {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }
}
