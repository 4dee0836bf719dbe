package org.interurban.platform.shared;

import java.math.BigDecimal;
import java.util.Currency;

/** An exact amount in one currency, always at that currency's number of decimals. */
public record Money(BigDecimal amount, Currency currency) {

    public Money {
        amount = amount.setScale(currency.getDefaultFractionDigits()); // throws rather than rounds
    }
}
