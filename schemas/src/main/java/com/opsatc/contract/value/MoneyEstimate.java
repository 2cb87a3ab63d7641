package com.opsatc.contract.value;

/** An amount of money as somebody estimates it, in minor units of its currency; one chance in ten is below {@code low}, one above {@code high}. */
public record MoneyEstimate(long low, long likely, long high) {
    public MoneyEstimate {
        if (low < 0 || likely < low || high < likely) {
            throw new IllegalArgumentException(
                    "Invalid amount: low, likely and high are not negative, and each is no less than the one before");
        }
    }
}
