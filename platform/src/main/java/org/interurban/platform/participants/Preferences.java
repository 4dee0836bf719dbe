package org.interurban.platform.participants;

import java.util.List;
import java.util.stream.Stream;
import org.interurban.platform.directory.OrganisationId;

/**
 * What a participant says of the partners that it would like, and of the circumstances in which it works.
 *
 * @param wishes the dearest first
 * @param excluded those with whom it will not be paired
 * @param excludedCountries codes
 * @param setting each once, in the order of the constants
 */
public record Preferences(
        List<Body> wishes, List<Body> excluded, List<String> excludedCountries, List<Setting> setting) {

    static final int MOST = 20;
    static final int TOLD_LENGTH = 300;
    static final Preferences NONE = new Preferences(List.of(), List.of(), List.of(), List.of());

    /** @param told its name and country */
    public record Body(OrganisationId id, String told) {}

    public Preferences {
        wishes = List.copyOf(wishes);
        excluded = List.copyOf(excluded);
        excludedCountries = List.copyOf(excludedCountries);
        setting = setting.stream().distinct().sorted().toList();
        if (wishes.size() > MOST || excluded.size() > MOST) {
            throw new IllegalArgumentException("A participant names at most %d others".formatted(MOST));
        }
        var named = bodies(wishes, excluded).map(Body::id).toList();
        if (named.stream().distinct().count() < named.size()) {
            throw new IllegalArgumentException("A participant names another once");
        }
    }

    /** All that are named, those wished for before those excluded. */
    Stream<Body> bodies() {
        return bodies(wishes, excluded);
    }

    private static Stream<Body> bodies(List<Body> wishes, List<Body> excluded) {
        return Stream.concat(wishes.stream(), excluded.stream());
    }
}
