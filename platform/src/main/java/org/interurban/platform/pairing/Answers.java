package org.interurban.platform.pairing;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.shared.Identifier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What cities answered to the partners proposed to them. */
@Repository
class Answers {

    static final int REASON_LENGTH = 1_000;
    static final int MOST_WISHES = 3;

    /** @param answer accepts, declines, or wishes for a partner who was not proposed */
    record Given(
            OrganisationId organisation,
            OrganisationId partner,
            String answer,
            @Nullable Integer rank,
            @Nullable String reason,
            OffsetDateTime at) {}

    /** Both answers to one proposed pair. */
    record PairAnswers(
            Named a,
            Named b,
            String score,
            @Nullable Given ofA,
            @Nullable Given ofB) {}

    record Wish(
            String city, String partner, int rank, @Nullable String reason) {}

    /** @param given how many of the expected answers are there */
    record Overview(List<PairAnswers> pairs, List<Wish> wishes, int given, int expected) {}

    private final JdbcClient sql;
    private final Clock clock;

    Answers(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    List<Given> of(RoundId round) {
        return sql.sql("""
            select organisation, partner, answer, rank, reason, at from pairing_answer where round = ? order by rank nulls first
            """).param(round.value()).query(Given.class).list();
    }

    Overview overview(Round round, Bench bench, Locale locale) {
        var given = of(round.id());
        var pairs = bench.pairs().stream()
                .map(pair -> new PairAnswers(
                        Named.of(bench.city(pair[0]), locale),
                        Named.of(bench.city(pair[1]), locale),
                        SolveRound.shown(bench.scoring().score(pair[0], pair[1])),
                        find(given, bench.city(pair[0]), bench.city(pair[1])),
                        find(given, bench.city(pair[1]), bench.city(pair[0]))))
                .toList();
        var wishes = new ArrayList<Wish>();
        for (var answer : given) {
            if (answer.rank() != null) {
                wishes.add(new Wish(
                        name(bench, answer.organisation(), locale),
                        name(bench, answer.partner(), locale),
                        answer.rank(),
                        answer.reason()));
            }
        }
        var there = pairs.stream()
                .mapToInt(pair -> (pair.ofA() == null ? 0 : 1) + (pair.ofB() == null ? 0 : 1))
                .sum();
        return new Overview(pairs, wishes, there, 2 * pairs.size());
    }

    private static @Nullable Given find(List<Given> given, RoundCity city, RoundCity partner) {
        return given.stream()
                .filter(answer -> answer.organisation().equals(city.organisation())
                        && answer.partner().equals(partner.organisation())
                        && answer.rank() == null)
                .findFirst()
                .orElse(null);
    }

    private static String name(Bench bench, OrganisationId organisation, Locale locale) {
        return bench.scoring().cities().stream()
                .filter(city -> city.organisation().equals(organisation))
                .findFirst()
                .map(city -> city.name(locale))
                .orElse("");
    }

    void keep(
            RoundId round,
            OrganisationId organisation,
            OrganisationId partner,
            String answer,
            @Nullable Integer rank,
            @Nullable String reason,
            @Nullable AccountId by) {
        sql.sql("""
            insert into pairing_answer (id, round, organisation, partner, answer, rank, reason, at, by_account)
            values (:id, :round, :organisation, :partner, :answer, :rank, :reason, :at, :by)
            on conflict (round, organisation, partner) do update set answer = excluded.answer, rank = excluded.rank,
                   reason = excluded.reason, at = excluded.at, by_account = excluded.by_account
            """)
                .param("id", Identifier.next())
                .param("round", round.value())
                .param("organisation", organisation)
                .param("partner", partner)
                .param("answer", answer)
                .param("rank", rank)
                .param("reason", reason)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    void dropWishes(RoundId round, OrganisationId organisation) {
        sql.sql("delete from pairing_answer where round = ? and organisation = ? and answer = 'wishes'")
                .params(round.value(), organisation)
                .update();
    }
}
