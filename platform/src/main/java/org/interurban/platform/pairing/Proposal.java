package org.interurban.platform.pairing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.directory.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** What the cities of a round were shown: who is proposed to whom, and why. */
public final class Proposal {

    private final Round round;
    private final Bench bench;

    Proposal(Round round, Bench bench) {
        this.round = round;
        this.bench = bench;
    }

    /** A city of the round. */
    public record City(RoundId round, String id, OrganisationId organisation, Map<String, String> names, Named named) {

        public String name(Locale locale) {
            return names.getOrDefault(locale.getLanguage(), named.name());
        }

        /** Where it sees what is proposed to it. */
        public String address() {
            return round.address() + "/cities/" + id;
        }
    }

    public record Pair(City a, City b) {}

    /**
     * A partner proposed to a city.
     *
     * @param why how well it fits and why, in the reader's words
     * @param lines what it offers, seeks and is interested in, each said as that
     */
    public record Partner(City city, Named named, String country, Reasons.Explained why, List<String> lines) {

        /** The strongest reason, or one for each of the two cities; what the reader's gains first. */
        public String lead() {
            return why.lead();
        }
    }

    public RoundId id() {
        return round.id();
    }

    public String name() {
        return round.name();
    }

    public String programmeCode() {
        return round.programmeCode();
    }

    public String programmeName() {
        return round.programmeName();
    }

    /** Where those who run the round see it. */
    public String address() {
        return round.id().address();
    }

    /** The day up to which the cities are asked to answer. */
    public @Nullable LocalDate until() {
        return round.state() instanceof RoundState.Proposed proposed ? proposed.until() : null;
    }

    public String untilText(Locale locale) {
        return round.until(locale);
    }

    /** Who asked the cities and hears of their answers. */
    public @Nullable AccountId askedBy() {
        return round.state() instanceof RoundState.Proposed proposed ? proposed.askedBy() : null;
    }

    public Scope scope() {
        return round.scope();
    }

    public Audit.Subject subject() {
        return SolveRound.subject(round);
    }

    /** Whether the cities are asked at the moment. */
    public boolean isOpen() {
        return round.state() instanceof RoundState.Proposed;
    }

    boolean isStill(Round now) {
        return isOpen()
                && now.state() instanceof RoundState.Proposed
                && now.run().equals(round.run());
    }

    /** The number of the run that it comes from. */
    public int run() {
        return bench.run().number();
    }

    public Optional<City> city(String code) {
        return bench.scoring().has(code) ? Optional.of(city(bench.scoring().position(code))) : Optional.empty();
    }

    private City city(int position) {
        var city = bench.city(position);
        return new City(round.id(), city.id(), city.organisation(), city.names(), Named.of(city, Locale.ENGLISH));
    }

    /** As a page in the language names it. */
    public Named named(City city, Locale locale) {
        return Named.of(bench.city(position(city)), locale);
    }

    private int position(City city) {
        return bench.scoring().position(city.id());
    }

    public boolean isProposed(City one, City other) {
        return bench.isChosen(position(one), position(other));
    }

    /** Whom the city could have had as well. */
    public List<City> others(City city) {
        var own = position(city);
        return IntStream.range(0, bench.scoring().cities().size())
                .filter(other -> bench.scoring().allowed(own, other) && !bench.isChosen(own, other))
                .mapToObj(this::city)
                .toList();
    }

    /** @param most how many reasons are said */
    public List<Partner> partners(City city, int most, MessageSource messages, Locale locale) {
        var own = position(city);
        var reasons = new Reasons(bench, messages, locale);
        return bench.partners(own).stream()
                .map(partner -> partner(reasons, own, partner, most, messages, locale))
                .toList();
    }

    private Partner partner(Reasons reasons, int city, int partner, int most, MessageSource messages, Locale locale) {
        var shown = bench.city(partner);
        var why = reasons.explain(Math.min(city, partner), Math.max(city, partner), city);
        return new Partner(
                city(partner),
                Named.of(shown, locale),
                shown.countryName(locale),
                new Reasons.Explained(
                        why.fit(),
                        why.confidence(),
                        why.donor(),
                        why.fresh(),
                        why.lead(),
                        why.parts().stream()
                                .filter(Reasons.PartLine::known)
                                .limit(most)
                                .toList()),
                shown.lines().stream()
                        .sorted(Comparator.comparing(RoundCity.Line::kind))
                        .map(line -> messages.getMessage(
                                "pairing.line." + line.kind().code(), new Object[] {line.in(locale)}, locale))
                        .distinct()
                        .toList());
    }

    public List<Pair> pairs() {
        return pairs(bench.pairs());
    }

    List<Pair> pairs(List<int[]> chosen) {
        return chosen.stream()
                .map(pair -> new Pair(city(pair[0]), city(pair[1])))
                .toList();
    }
}
