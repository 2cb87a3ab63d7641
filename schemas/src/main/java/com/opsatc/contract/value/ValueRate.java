package com.opsatc.contract.value;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Currency;

/**
 * What one of a channel's quantity is worth to a tenant, as somebody stated it at a time. It is never changed: what holds from a
 * later day on is a version of its own, so that what earlier runs say stays as it is.
 *
 * @param currency three letters of ISO 4217
 * @param amount for one of the channel's quantity
 * @param share which part of what is saved really comes as money
 * @param from the first day on which it holds
 * @param version counted from 1 within its channel
 * @param source where it is written, as a citation: tenant text
 * @param statedBy who says so, as a function, never a person
 */
public record ValueRate(
        Channel channel,
        String currency,
        MoneyEstimate amount,
        ShareEstimate share,
        LocalDate from,
        int version,
        String source,
        String statedBy) {
    public ValueRate {
        requireNonNull(channel, "channel");
        requireNonNull(currency, "currency");
        requireNonNull(amount, "amount");
        requireNonNull(share, "share");
        requireNonNull(from, "from");
        requireNonNull(source, "source");
        requireNonNull(statedBy, "statedBy");
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(
                        known -> known.getCurrencyCode().equals(currency) && known.getDefaultFractionDigits() >= 0)) {
            throw new IllegalArgumentException(
                    "Invalid rate of channel " + channel.symbol() + ": its currency is none of ISO 4217");
        }
        if (version < 1) {
            throw new IllegalArgumentException(
                    "Invalid rate of channel " + channel.symbol() + ": its version is counted from 1");
        }
    }

    /** As a citation: {@code version 2 of 2026-01-01, as treasury states: Note of January}. */
    public String cited() {
        return "version " + version + " of " + from + ", as " + statedBy + " states: " + source;
    }
}
