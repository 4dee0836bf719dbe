package org.interurban.platform.pairing;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interurban.pairing.Participant;
import org.interurban.pairing.Side;
import org.interurban.pairing.scoring.LineKey;
import org.interurban.pairing.scoring.Offer;
import org.interurban.pairing.scoring.Profile;
import org.interurban.pairing.scoring.Seek;
import org.interurban.pairing.scoring.Ties;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.participants.ProfileLine;
import org.interurban.platform.participants.Setting;
import org.interurban.platform.taxonomy.TopicId;
import org.jspecify.annotations.Nullable;

/**
 * A participant as a run saw it; kept with the run, so that its reasons can be read as long as the run is.
 *
 * @param id code of the organisation, by which the engine knows it
 * @param names in other languages than English
 * @param past codes of cities it has had a partnership with
 * @param paired codes of those it is paired with in this programme
 * @param wishes codes it has ranked in this round, best first
 * @param declined codes it has declined in this round
 * @param cohort in which it takes part; null where the programme has none, and in rounds of before it was kept
 * @param excluded codes of cities and countries that its profile rules out; a round of before it was kept knows none
 * @param setting the circumstances that its profile names; a round of before it was kept knows none
 */
record RoundCity(
        String id,
        OrganisationId organisation,
        Side side,
        String name,
        Map<String, String> names,
        @Nullable String localName,
        @Nullable String localLanguage,
        String country,
        Map<String, String> countryNames,
        int least,
        int most,
        @Nullable Long population,
        @Nullable Double income,
        List<String> languages,
        @Nullable String zone,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Boolean firstTimer,
        List<Line> lines,
        Set<String> past,
        Set<String> paired,
        List<String> wishes,
        Set<String> declined,
        @Nullable String cohort,
        Set<String> excluded,
        Set<Setting> setting) {

    RoundCity {
        excluded = Objects.requireNonNullElse(excluded, Set.of());
        setting = Objects.requireNonNullElse(setting, Set.of());
    }

    /** The grade of a line whose city gave none. */
    private static final int MIDDLE = 2;

    /**
     * @param kind offer, seek, or interest: stated, not yet turned into either
     * @param topic the topic's label in English, or empty
     * @param words what readers see, by language
     * @param topicId null where the line has no topic, and in rounds of before it was kept
     */
    record Line(
            ProfileLine.Kind kind,
            String topic,
            String statement,
            Map<String, String> words,
            @Nullable Integer grade,
            String evidence,
            @Nullable TopicId topicId) {

        private int level() {
            return grade == null ? MIDDLE : grade;
        }

        String named() {
            return topic.isEmpty() ? statement : topic;
        }

        String text() {
            return statement.equalsIgnoreCase(topic) ? "" : statement;
        }

        String in(Locale locale) {
            return words.getOrDefault(locale.getLanguage(), statement);
        }
    }

    String name(Locale locale) {
        return names.getOrDefault(locale.getLanguage(), name);
    }

    String countryName(Locale locale) {
        return countryNames.getOrDefault(locale.getLanguage(), countryNames.getOrDefault("en", country));
    }

    RoundCity withDeclined(Set<String> others) {
        return new RoundCity(
                id,
                organisation,
                side,
                name,
                names,
                localName,
                localLanguage,
                country,
                countryNames,
                least,
                most,
                population,
                income,
                languages,
                zone,
                latitude,
                longitude,
                firstTimer,
                lines,
                past,
                paired,
                wishes,
                others,
                cohort,
                excluded,
                setting);
    }

    /** What the city seeks first, else what it offers, in a few words. */
    List<String> themes(Locale locale) {
        return lines.stream()
                .sorted(java.util.Comparator.comparing(line -> line.kind() == ProfileLine.Kind.OFFER))
                .map(line -> line.in(locale))
                .distinct()
                .limit(2)
                .toList();
    }

    Participant participant(Rules rules) {
        var limit = side == Side.B ? rules.mostOfB() : rules.mostOfA();
        var bound = limit == null ? most : limit;
        return new Participant(id, side, Math.min(least, bound), bound);
    }

    /** A stated interest counts as an offer and as a need, until the city says which it is. */
    Profile profile(Rules rules) {
        var offers = offers().map(line -> new Offer(line.named(), line.level(), line.text(), line.evidence()))
                .toList();
        var seeks = seeks().map(line -> new Seek(line.named(), line.level(), line.text()))
                .toList();
        var ruledOut = new java.util.HashSet<>(declined);
        ruledOut.addAll(excluded);
        if (!rules.againAllowed()) {
            ruledOut.addAll(paired);
        }
        return new Profile(
                participant(rules),
                name,
                country,
                offers,
                seeks,
                new org.interurban.pairing.scoring.Setting(population, income, tags(), Set.copyOf(languages), zoneId()),
                new Ties(wishes, ruledOut, past, firstTimer));
    }

    private Set<String> tags() {
        return setting.stream().map(Setting::code).collect(Collectors.toSet());
    }

    /** Whether the profile of this city rules the other out, itself or its country. */
    boolean rulesOut(RoundCity other) {
        return excluded.contains(other.id()) || excluded.contains(other.country());
    }

    private Stream<Line> offers() {
        return lines.stream().filter(line -> line.kind() != ProfileLine.Kind.SEEK);
    }

    private Stream<Line> seeks() {
        return lines.stream().filter(line -> line.kind() != ProfileLine.Kind.OFFER);
    }

    /** The line that the engine means, which was given the profile above. */
    Line line(LineKey key) {
        var list =
                switch (key.kind()) {
                    case OFFER -> offers();
                    case SEEK -> seeks();
                };
        return list.skip(key.place()).findFirst().orElseThrow();
    }

    private @Nullable ZoneId zoneId() {
        try {
            return zone == null ? null : ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            return null;
        }
    }
}
