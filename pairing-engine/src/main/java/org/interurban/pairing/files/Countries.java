package org.interurban.pairing.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.interurban.pairing.scoring.Setting;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a city when only its country is: official languages, income, and the time zone where there is but one.
 *
 * <p>From Unicode CLDR 48.2; incomes are purchasing-power figures without a year, good for comparing and for nothing else.
 */
final class Countries {

    private record Country(String code, Setting setting) {}

    private static final Set<String> ISO = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private static final Map<String, Country> BY_NAME = read();

    private Countries() {}

    /** The code of a country given by a code of two or three letters or by an English name ("Korea, Republic of" included). */
    static Optional<String> code(String codeOrName) {
        return Optional.ofNullable(BY_NAME.get(key(codeOrName)))
                .or(() -> Optional.ofNullable(BY_NAME.get(key(turned(codeOrName)))))
                .map(Country::code);
    }

    /** Whether this is a code of two capital letters. */
    static boolean isCode(String text) {
        return Optional.ofNullable(BY_NAME.get(key(text)))
                .filter(country -> country.code.equals(text))
                .isPresent();
    }

    /** The name with what follows its comma put first. */
    private static String turned(String name) {
        var comma = name.indexOf(',');
        return comma < 0 ? name : name.substring(comma + 1).strip() + " " + name.substring(0, comma);
    }

    static Setting setting(String code) {
        return Optional.ofNullable(BY_NAME.get(key(code))).map(Country::setting).orElse(Setting.UNKNOWN);
    }

    private static Map<String, Country> read() {
        var countries = new HashMap<String, Country>();
        try (var in = Countries.class.getResourceAsStream("countries.csv")) {
            if (in == null) {
                throw new IllegalStateException("The library lacks its file countries.csv");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(line -> {
                        var cells = line.split(",", -1);
                        var country = new Country(cells[0], setting(cells[1], cells[2], cells[3]));
                        countries.put(key(cells[0]), country);
                        var locale = Locale.of("", cells[0]);
                        countries.put(key(locale.getDisplayCountry(Locale.ENGLISH)), country);
                        if (ISO.contains(cells[0])) {
                            countries.put(key(locale.getISO3Country()), country);
                        }
                        Arrays.stream(cells[4].split(";")).forEach(name -> countries.putIfAbsent(key(name), country));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        countries.remove("");
        return countries;
    }

    private static Setting setting(String languages, String income, String zone) {
        return new Setting(
                null,
                income.isEmpty() ? null : Double.valueOf(income),
                Set.of(),
                languages.isEmpty() ? Set.of() : Set.of(languages.split(";")),
                zone(zone));
    }

    private static @Nullable ZoneId zone(String zone) {
        return zone.isEmpty() ? null : ZoneId.of(zone);
    }

    private static String key(String name) {
        var key = name.strip().toLowerCase(Locale.ROOT).replace(" & ", " and ");
        return key.startsWith("the ") ? key.substring(4) : key;
    }
}
