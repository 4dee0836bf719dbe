package org.interurban.pairing.scoring;

import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The circumstances a city works in; what is null or empty is unknown.
 *
 * @param income gross domestic product per inhabitant of the country
 * @param tags such as port, delta, mountain, capital
 * @param languages BCP 47 tags of the languages its staff work in
 */
public record Setting(
        @Nullable Long population,
        @Nullable Double income,
        Set<String> tags,
        Set<String> languages,
        @Nullable ZoneId zone) {

    public static final Setting UNKNOWN = new Setting(null, null, Set.of(), Set.of(), null);

    public Setting {
        tags = Set.copyOf(tags);
        languages = Set.copyOf(languages);
        if (population != null && population <= 0) {
            throw new IllegalArgumentException("A city has inhabitants, not " + population);
        }
        if (income != null && !(income > 0)) {
            throw new IllegalArgumentException("An income is above 0, not " + income);
        }
    }
}
