package org.interurban.platform.gazetteer;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.interurban.platform.shared.Latin;
import org.springframework.core.io.ClassPathResource;

/** Names of cities as they may be written: in any letters, and large ones by what other languages call them. */
final class CityNames {

    private CityNames() {}

    /** In plain Latin letters, as the list of places has it: "Köln" is "koln", "부산" is "busan". */
    static String plain(String name) {
        return Latin.of(name).strip().toLowerCase(Locale.ROOT);
    }

    /** The plain name, and the English one of a city that goes by this name in some language: "Wien", "비엔나" and "Вена" are "vienna". */
    static Set<String> of(String name) {
        var all = new HashSet<>(Set.of(plain(name)));
        all.addAll(Elsewhere.NAMES.getOrDefault(key(name), Set.of()));
        all.addAll(Elsewhere.NAMES.getOrDefault(plain(name), Set.of()));
        return all;
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * Read when the first name is looked for: some four hundred cities, after which time zones are called, in each language, and further
     * ones that our own list names.
     */
    private static final class Elsewhere {

        private static final Map<String, Set<String>> NAMES = read();

        private static Map<String, Set<String>> read() {
            var zones = TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, null, null);
            var english = TimeZoneNames.getInstance(ULocale.ENGLISH);
            var names = new HashMap<String, Set<String>>();
            Arrays.stream(ULocale.getAvailableLocales())
                    .filter(locale -> locale.getCountry().isEmpty())
                    .map(TimeZoneNames::getInstance)
                    .forEach(language -> zones.forEach(zone -> {
                        var name = language.getExemplarLocationName(zone);
                        var known = english.getExemplarLocationName(zone);
                        if (name != null && known != null && !name.equals(known)) {
                            names.computeIfAbsent(key(name), any -> new HashSet<>())
                                    .add(plain(known));
                        }
                    }));
            for (var line : ReferenceData.read(new ClassPathResource("reference/city-names.csv"))) {
                for (var name : line.get("names").split(";")) {
                    for (var written : List.of(key(name), plain(name))) {
                        names.computeIfAbsent(written, any -> new HashSet<>()).add(plain(line.get("place")));
                    }
                }
            }
            return Map.copyOf(names);
        }
    }
}
