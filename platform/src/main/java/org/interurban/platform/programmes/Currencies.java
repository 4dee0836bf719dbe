package org.interurban.platform.programmes;

import com.ibm.icu.text.CurrencyMetaInfo;
import com.ibm.icu.text.CurrencyMetaInfo.CurrencyFilter;
import com.ibm.icu.util.Currency;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The currencies in which money is spent today. */
final class Currencies {

    private static final List<String> IN_USE =
            CurrencyMetaInfo.getInstance()
                    .currencies(
                            CurrencyFilter.onDate(System.currentTimeMillis()).withTender())
                    .stream()
                    .distinct()
                    .toList();

    private Currencies() {}

    static boolean isKnown(String code) {
        return IN_USE.contains(code);
    }

    /** Names by code, in the order of the reader's names. */
    static Map<String, String> names(Locale locale) {
        var names = new LinkedHashMap<String, String>();
        IN_USE.stream()
                .map(Currency::getInstance)
                .sorted(Comparator.comparing(currency -> name(currency, locale)))
                .forEach(currency -> names.put(currency.getCurrencyCode(), name(currency, locale)));
        return names;
    }

    private static String name(Currency currency, Locale locale) {
        return currency.getName(locale, Currency.LONG_NAME, null) + " (" + currency.getCurrencyCode() + ")";
    }
}
