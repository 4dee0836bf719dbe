package org.interurban.platform.pairing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.interurban.pairing.scoring.LineKey;
import org.interurban.pairing.scoring.Part;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.partnerships.Origin;
import org.interurban.platform.partnerships.Partnerships.Wanted;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.taxonomy.TopicId;
import org.jspecify.annotations.Nullable;

/** What a run knows of its pairs: on which lines of the profiles each rests, and so on which theme. */
record Ground(Round round, Bench bench, List<CityAnswers.Given> answers, LocalDate published) {

    private static final int MOST = 3;

    /** The partnership that is to be made of a pair, with all that is known of it. */
    Wanted of(int one, int other) {
        var cities = List.of(bench.city(one), bench.city(other));
        var score = bench.explained(one, other);
        var a = bench.city(bench.scoring().position(score.a()));
        var b = bench.city(bench.scoring().position(score.b()));
        var matches = bench.matches(score).stream()
                .map(match -> match(match, a, b))
                .distinct()
                .limit(MOST)
                .toList();
        return new Wanted(
                cities.stream().map(RoundCity::organisation).toList(),
                matches.stream()
                        .map(Origin.Match::topic)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                cohort(cities),
                null,
                PartialPeriod.UNKNOWN,
                PartialPeriod.UNKNOWN,
                new Origin(
                        round.name(),
                        bench.run().number(),
                        published,
                        matches,
                        agreed(
                                cities.getFirst().organisation(),
                                cities.getLast().organisation())));
    }

    private static @Nullable String cohort(List<RoundCity> cities) {
        return Objects.equals(cities.getFirst().cohort(), cities.getLast().cohort())
                ? cities.getFirst().cohort()
                : null;
    }

    /** Who offers stands first; the theme is what is sought. */
    private static Origin.Match match(Bench.Match match, RoundCity a, RoundCity b) {
        var ofA = match.evidence().a().line();
        var ofB = match.evidence().b().line();
        return match.part() == Part.B_HELPS_A
                ? match(Origin.Kind.OFFER, b, ofB, a, ofA)
                : match(match.part() == Part.A_HELPS_B ? Origin.Kind.OFFER : Origin.Kind.SHARED, a, ofA, b, ofB);
    }

    private static Origin.Match match(
            Origin.Kind kind, RoundCity one, LineKey ofOne, RoundCity other, LineKey ofOther) {
        var first = one.line(ofOne);
        var second = other.line(ofOther);
        @Nullable TopicId theme = second.topicId() == null ? first.topicId() : second.topicId();
        return new Origin.Match(kind, line(one, first), line(other, second), theme);
    }

    private static Origin.Line line(RoundCity city, RoundCity.Line line) {
        return new Origin.Line(
                city.organisation(), LocalizedText.of(line.statement()).edited(line.statement(), line.words()));
    }

    private Map<OrganisationId, LocalDate> agreed(OrganisationId one, OrganisationId other) {
        var agreed = new HashMap<OrganisationId, LocalDate>();
        for (var answer : answers) {
            if (answer.accepts()
                    && (answer.organisation().equals(one) && answer.partner().equals(other)
                            || answer.organisation().equals(other)
                                    && answer.partner().equals(one))) {
                agreed.put(answer.organisation(), answer.at().toLocalDate());
            }
        }
        return agreed;
    }
}
